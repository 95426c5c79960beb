package epro.cli.demo;

import epro.cli.submission.SubmissionClient;
import epro.stack.DatabaseRole;
import epro.stack.Endpoints;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import tools.jackson.databind.JsonNode;

/** A running stack as the demo uses it: its clients, its books, its processes. */
final class Stage implements AutoCloseable {

    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final Admin admin;
    private final SubmissionClient intake;
    private final OpsClient ops;

    Stage(LocalStack stack) {
        this.stack = stack;
        Endpoints endpoints = stack.endpoints();
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()));
        this.intake = new SubmissionClient(
                URI.create(endpoints.required("EPRO_INTAKE_URL")), endpoints.required("EPRO_TOKEN_SUBMIT"));
        this.ops = new OpsClient(
                URI.create(endpoints.required("EPRO_PROCESSING_URL")), endpoints.required("EPRO_TOKEN_OPS"));
    }

    LocalStack stack() {
        return stack;
    }

    Post intake() {
        return intake::send;
    }

    void publish(List<SampleForm> forms) throws IOException, InterruptedException {
        for (SampleForm form : forms) {
            ops.publish(form);
        }
    }

    JsonNode checkData() throws IOException, InterruptedException {
        return ops.checkData();
    }

    LogEnds ends() throws InterruptedException {
        return LogEnds.read(admin);
    }

    Connection database() throws SQLException {
        return stack.database(DatabaseRole.EPRO_READER).connect();
    }

    /**
     * Waits until the log stands still and every record in it has its audit entry and its outcome, at most two minutes.
     * What is missing then shows in the books.
     */
    LogEnds settled(LogEnds before) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        LogEnds last = before;
        LogEnds now = ends();
        while (System.nanoTime() < deadline && !(now.equals(last) && done(before, now))) {
            Thread.sleep(500);
            last = now;
            now = ends();
        }
        return now;
    }

    private boolean done(LogEnds before, LogEnds now) {
        long logged = now.submitted() - before.submitted();
        try (Connection connection = database()) {
            long entries = new DatabaseBooks(connection, before).entries();
            return entries >= logged && now.outcomes() - before.outcomes() >= entries;
        } catch (SQLException notThereYet) {
            return false;
        }
    }

    /** MiB by process; what can't be told is left out. */
    SequencedMap<String, Long> memory() {
        SequencedMap<String, Long> memory = new TreeMap<>();
        for (Part part : Part.values()) {
            ProcessMemory.pssMiB(stack.pid(part)).ifPresent(mib -> memory.put(part.text(), mib));
        }
        return memory;
    }

    @Override
    public void close() {
        intake.close();
        ops.close();
        admin.close();
    }
}
