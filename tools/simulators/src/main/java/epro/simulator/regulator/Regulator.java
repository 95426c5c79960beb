package epro.simulator.regulator;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A running simulated regulator. It speaks the contract in docs/openapi/regulator.yaml, allows an address ten
 * connections at once and ten starts in any second, counts both by itself, and bans who opens an eleventh.
 */
public final class Regulator implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;
    private final Journal journal;

    private Regulator(RegulatorSettings settings, Register register, InstantSource clock, LongSupplier nanoTime) {
        Scheduler scheduler = new ScheduledExecutorScheduler("regulator-scheduler", true);
        this.journal = new Journal(clock);
        Quota quota = new Quota(journal, settings.allowed(), settings.ban(), nanoTime);
        ConnectionWatch watch = new ConnectionWatch(quota, scheduler);
        this.server = new Server();
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.addBean(watch);
        server.addBean(scheduler);
        server.addConnector(connector);
        server.setHandler(new FrontDoor(
                watch,
                quota,
                new TrialDesk(register, settings, scheduler),
                new ObserverDesk(register, journal, quota)));
    }

    /** Listens when this returns. */
    public static Regulator start(RegulatorSettings settings, Register register) {
        return start(settings, register, System::nanoTime);
    }

    /** With another monotonic clock than the machine's. */
    static Regulator start(RegulatorSettings settings, Register register, LongSupplier nanoTime) {
        Regulator regulator = new Regulator(settings, register, InstantSource.system(), nanoTime);
        try {
            regulator.server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the regulator can't start: " + e.getMessage(), e);
        }
        return regulator;
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://%s:%d".formatted(connector.getHost(), connector.getLocalPort()));
    }

    /** What it has seen so far. */
    public RegulatorLog log() {
        return journal.log();
    }

    /** How many connections are open now, whosever they are. */
    int connectionsOpen() {
        return connector.getConnectedEndPoints().size();
    }

    /** Waits until it is stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the regulator can't stop: " + e.getMessage(), e);
        }
    }

    /** Registration numbers may contain a slash, percent-encoded. */
    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(
                UriCompliance.DEFAULT.with("registration-numbers", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
        http.setSendServerVersion(false);
        return http;
    }
}
