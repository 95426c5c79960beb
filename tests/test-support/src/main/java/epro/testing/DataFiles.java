package epro.testing;

import epro.stack.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Data that lies beside the project, where {@code EPRO_DATA} says. What is absent skips the
 * test; with {@code EPRO_NO_SKIP=1} it fails it.
 */
public final class DataFiles {

    private final Path folder;
    private final boolean skips;

    private DataFiles(Path folder, boolean skips) {
        this.folder = folder;
        this.skips = skips;
    }

    public static DataFiles find() {
        return of(System.getenv(), Workspace.find().root());
    }

    static DataFiles of(Map<String, String> environment, Path root) {
        String named = environment.getOrDefault("EPRO_DATA", "");
        Path folder = named.isEmpty() ? root.resolve("../shared/data") : root.resolve(named);
        return new DataFiles(folder.normalize(), !"1".equals(environment.get("EPRO_NO_SKIP")));
    }

    /** The file or folder of this name, relative to the data folder. */
    public Path path(String name) {
        Path path = folder.resolve(name);
        if (Files.exists(path)) {
            return path;
        }
        String message = path + " is not there; EPRO_DATA says where data for tests lies";
        if (skips) {
            throw new TestAbortedException(message);
        }
        throw new AssertionFailedError(message);
    }
}
