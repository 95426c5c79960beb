package epro.stack;

import epro.stack.process.LogTail;
import epro.stack.process.Observer;
import epro.stack.process.Recipe;
import epro.stack.process.Supervised;
import epro.stack.process.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The stack's processes by part. Once published, {@code endpoints.env} is kept true to their ids. */
final class Crew implements Observer, AutoCloseable {

    static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);
    private static final int LOG_LINES = 15;

    private final StackHome home;
    private final Site site;
    private final Progress progress;
    private final Supervisor supervisor;
    private final Map<Part, Supervised> members = new ConcurrentHashMap<>();
    private final Map<Part, Long> pids = new ConcurrentHashMap<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private boolean published;

    Crew(StackHome home, Site site, InstantSource clock, Progress progress) {
        this.home = home;
        this.site = site;
        this.progress = progress;
        this.supervisor = new Supervisor(clock, this);
    }

    /** Starts the part's process and waits until it is ready. */
    void bring(Part part, Recipe recipe) {
        long started = System.nanoTime();
        Supervised member = supervisor.supervise(recipe);
        members.put(part, member);
        member.start();
        member.awaitReady(READY_PATIENCE);
        progress.ready(part, Duration.ofNanos(System.nanoTime() - started));
    }

    Supervised member(Part part) {
        Supervised member = members.get(part);
        if (member == null) {
            throw new IllegalArgumentException("This stack has no " + part.text() + ".");
        }
        return member;
    }

    void stop(Part part) {
        member(part).stop(STOP_PATIENCE);
    }

    Endpoints endpoints() {
        return new EndpointValues(site).of(Map.copyOf(pids));
    }

    /** Says to everybody that all is ready. */
    synchronized void publish() {
        published = true;
        PrivateFiles.write(home.endpoints(), endpoints().text());
    }

    /** Completed with the reason when a part has been given up. */
    CompletableFuture<String> failure() {
        return failure;
    }

    @Override
    public synchronized void started(String name, long pid) {
        pids.put(Part.named(name), pid);
        if (published) {
            PrivateFiles.write(home.endpoints(), endpoints().text());
            progress.note("%s runs as process %d".formatted(name, pid));
        }
    }

    @Override
    public void died(String name, int exitStatus) {
        progress.note("%s died (exit status %d) and is started again".formatted(name, exitStatus));
    }

    @Override
    public void gaveUp(String name, int exitStatus) {
        Part part = Part.named(name);
        failure.complete(
                "%s died more than five times within a minute, the last time with exit status %d. The end of %s:%n%s"
                        .formatted(name, exitStatus, home.log(part), LogTail.of(home.log(part), LOG_LINES)));
    }

    @Override
    public void close() {
        supervisor.startNoMore();
        withdraw();
        stopAll(Part.SERVICES);
        stopAll(Part.INFRASTRUCTURE);
        supervisor.close();
    }

    private synchronized void withdraw() {
        published = false;
        try {
            Files.deleteIfExists(home.endpoints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopAll(Set<Part> parts) {
        List<Runnable> stops = parts.stream()
                .filter(members::containsKey)
                .<Runnable>map(part -> () -> stop(part))
                .toList();
        Together.run(stops);
    }
}
