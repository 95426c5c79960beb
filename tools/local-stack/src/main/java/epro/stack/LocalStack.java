package epro.stack;

import epro.stack.process.Signal;
import epro.stack.process.Supervised;
import epro.stack.wire.FaultProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running stack: what was asked for, all of it ready, each part a process that is started again when it dies.
 *
 * <p>It ends with {@link #close}, with the end of this JVM, and at the latest with its death. Thread-safe.
 */
public final class LocalStack implements AutoCloseable {

    private final StackHome home;
    private final Site site;
    private final Crew crew;
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalStack(StackHome home, Site site, Crew crew) {
        this.home = home;
        this.site = site;
        this.crew = crew;
    }

    public static LocalStackBuilder builder() {
        return new LocalStackBuilder();
    }

    /** Where everything is; the process ids are those of now. */
    public Endpoints endpoints() {
        return crew.endpoints();
    }

    /** The file that says so to others, replaced whenever a process has been started again. */
    public Path endpointsFile() {
        return home.endpoints();
    }

    /** Host and port of each broker. */
    public String kafka() {
        return site.kafka();
    }

    /** The root of the schema registry. */
    public URI registry() {
        return site.registry();
    }

    /** The root of a service. */
    public URI address(Part service) {
        return site.address(service);
    }

    /** How this role reaches the database. */
    public DatabaseAccess database(DatabaseRole role) {
        return site.database().access(role);
    }

    /** Mints tokens that the services accept. */
    public Tokens tokens() {
        return site.tokens();
    }

    /** What a service is told by environment variables, so that it can also be started within a test. */
    public Map<String, String> environment(Part service) {
        return new ServiceRecipes(site).environment(service);
    }

    /** What stands on this way; empty in a stack whose ways are straight. */
    public Optional<FaultProxy> proxy(Way way) {
        return site.ways().proxy(way);
    }

    /** What the part has printed so far. */
    public Path log(Part part) {
        return home.log(part);
    }

    /** The id of the part's process. */
    public long pid(Part part) {
        return crew.member(part).pid();
    }

    /** Ends the part's process without warning; it is started again. */
    public void kill(Part part) {
        crew.member(part).kill();
    }

    /** Sends the part's process a signal; if that ends it, it is started again. */
    public void signal(Part part, Signal signal) {
        crew.member(part).signal(signal);
    }

    /**
     * Starts another process of a service beside the first, on ports of its own, and waits until it is ready.
     *
     * @param differently what this one is told otherwise, by the names of the environment's variables
     */
    public Replica replica(Part service, Map<String, String> differently) {
        return Replica.start(home, site, service, differently);
    }

    /** Freezes the part: its connections stay open and nobody answers. */
    public void suspend(Part part) {
        crew.member(part).suspend();
    }

    /** Lets a suspended part go on. */
    public void resume(Part part) {
        crew.member(part).resume();
    }

    /** Ends the part in good order; it stays down until {@link #start}. */
    public void stop(Part part) {
        crew.stop(part);
    }

    /** Starts a stopped part on the same port and data, and waits until it is ready. */
    public void start(Part part) {
        Supervised member = crew.member(part);
        member.start();
        member.awaitReady(Crew.READY_PATIENCE);
    }

    /** Waits until the part answers, for instance after {@link #kill}. */
    public void awaitReady(Part part) {
        crew.member(part).awaitReady(Crew.READY_PATIENCE);
    }

    /** Completed with the reason when a part has died too often: the stack then is of no more use and ought to be closed. */
    public CompletableFuture<String> failure() {
        return crew.failure().copy();
    }

    /** Stops services first, then what they stand on. Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            crew.close();
            site.ways().close();
            home.close();
        }
    }
}
