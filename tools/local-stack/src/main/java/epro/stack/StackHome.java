package epro.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of one stack, locked for as long as it lives: one stack in a home, one on a data folder. */
final class StackHome implements AutoCloseable {

    private static final String FRESH = "data-";

    private final Plan plan;
    private final Path data;
    private final List<FileChannel> locks = new ArrayList<>();

    /** Takes both folders. Fails with one clear sentence if another stack has one of them. */
    StackHome(Plan plan) {
        this.plan = plan;
        long pid = ProcessHandle.current().pid();
        this.data = (plan.data() == null ? plan.home().resolve(FRESH + pid) : plan.data())
                .toAbsolutePath()
                .normalize();
        lock(plan.home().resolve("run"), "A stack already runs in " + plan.home() + "; stop it first (Ctrl-C).");
        removeAbandoned();
        lock(data, "Another stack uses the data in " + data + ".");
        Folders.make(plan.home().resolve("logs"));
    }

    Path data() {
        return data;
    }

    Path endpoints() {
        return Endpoints.file(plan.home());
    }

    ServicePrograms programs() {
        return new ServicePrograms(plan.workspace(), plan.classesBefore());
    }

    /** The part's log, emptied. */
    Path freshLog(Part part) {
        return freshLog(part.text());
    }

    /** The log under this name, emptied. */
    Path freshLog(String name) {
        try {
            return Files.writeString(log(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(Part part) {
        return log(part.text());
    }

    private Path log(String name) {
        return plan.home().resolve("logs").resolve(name + ".log");
    }

    private void lock(Path folder, String taken) {
        try {
            Path file = Folders.make(folder).resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locks.add(channel);
            if (tryLock(channel).isEmpty()) {
                release();
                throw new StackFailure(taken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    /** What a killed stack could not remove itself; nobody else is here while the home is locked. */
    private void removeAbandoned() {
        try (Stream<Path> children = Files.list(plan.home())) {
            children.filter(child -> child.getFileName().toString().startsWith(FRESH))
                    .forEach(Folders::delete);
            Files.deleteIfExists(endpoints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release() {
        try {
            for (FileChannel lock : locks) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (plan.data() == null) {
            Folders.delete(data);
        }
        release();
    }
}
