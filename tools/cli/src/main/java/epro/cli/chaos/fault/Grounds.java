package epro.cli.chaos.fault;

import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Way;
import epro.stack.wire.FaultProxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The system that faults strike, with the keys to all of it. */
public final class Grounds implements AutoCloseable {

    private final LocalStack stack;
    private final InstantSource clock;
    private final Admin admin;

    public Grounds(LocalStack stack, InstantSource clock) {
        this.stack = stack;
        this.clock = clock;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()));
    }

    public LocalStack stack() {
        return stack;
    }

    public Admin admin() {
        return admin;
    }

    Instant now() {
        return clock.instant();
    }

    /** What stands on this way, which it does in stacks that chaos has started. */
    FaultProxy proxy(Way way) {
        return stack.proxy(way).orElseThrow(() -> new IllegalStateException("this stack has no proxy " + way.text()));
    }

    /** As the database's owner, to whom nothing is forbidden. */
    Connection superuser() throws SQLException {
        return stack.database(DatabaseRole.POSTGRES).connect();
    }

    /** As the role that sees everything; its URL carries the login. */
    public Connection reader() throws SQLException {
        return DriverManager.getConnection(stack.endpoints().required("EPRO_JDBC_URL"));
    }

    /** Waits until the part runs as another process and is ready, and tells that process. */
    long awaitSuccessor(Part part, long before) throws InterruptedException {
        awaitAnother(part, before);
        stack.awaitReady(part);
        return stack.pid(part);
    }

    /** Waits until the part runs as another process, ready or not. */
    void awaitAnother(Part part, long before) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (stack.pid(part) == before && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    /** Which of the parts that every run needs are not there, however long they are waited for; a line for each. */
    public List<String> missing() throws InterruptedException {
        return missing(Part.ESSENTIAL, stack::awaitReady);
    }

    static List<String> missing(List<Part> parts, Consumer<Part> awaitReady) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<String>>> looks = parts.stream()
                    .<Callable<Optional<String>>>map(part -> () -> missing(part, awaitReady))
                    .toList();
            return threads.invokeAll(looks).stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<String> missing(Part part, Consumer<Part> awaitReady) {
        try {
            awaitReady.accept(part);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(part.text() + " is not ready: " + e.getMessage());
        }
    }

    /** What a call of the admin client comes to. */
    static <T> T answer(org.apache.kafka.common.KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
