package epro.stack;

import epro.stack.process.NotReady;
import epro.stack.process.Observer;
import epro.stack.process.Signal;
import epro.stack.process.Supervised;
import epro.stack.process.Supervisor;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A further process of a service, beside the one of the stack and on the same data; started again like that one when it dies. */
public final class Replica implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);
    private static final AtomicInteger STARTED = new AtomicInteger(1);

    private final URI address;
    private final URI management;
    private final Path log;
    private final Supervisor supervisor;
    private final Supervised process;

    private Replica(URI address, URI management, Path log, Supervisor supervisor, Supervised process) {
        this.address = address;
        this.management = management;
        this.log = log;
        this.supervisor = supervisor;
        this.process = process;
    }

    static Replica start(StackHome home, Site site, Part service, Map<String, String> differently) {
        PortPicker ports = PortPicker.anywhere(new SecureRandom());
        String port = Integer.toString(ports.pick(0));
        ServiceRecipes recipes = new ServiceRecipes(site);
        Map<String, String> environment = new TreeMap<>(recipes.environment(service));
        environment.put("SERVER_PORT", port);
        String managementPort = Integer.toString(ports.pick(0));
        environment.put("MANAGEMENT_SERVER_PORT", managementPort);
        environment.putAll(differently);
        String name = service.text() + "-" + STARTED.incrementAndGet();
        Path log = home.freshLog(name);
        Supervisor supervisor = new Supervisor(InstantSource.system(), Observer.SILENT);
        Supervised process = supervisor.supervise(recipes.recipe(home.programs(), service, log, environment));
        Replica replica = new Replica(at(port), at(managementPort), log, supervisor, process);
        process.start();
        try {
            process.awaitReady(Crew.READY_PATIENCE);
            return replica;
        } catch (NotReady e) {
            replica.close();
            throw e;
        }
    }

    private static URI at(String port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it is spoken to. */
    public URI address() {
        return address;
    }

    /** Where it tells of itself. */
    public URI management() {
        return management;
    }

    /** What it has printed so far. */
    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    /** Sends its process a signal; if that ends it, it is started again. */
    public void signal(Signal signal) {
        process.signal(signal);
    }

    /** Ends it in good order; does not return before it has ended. */
    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
        supervisor.close();
    }
}
