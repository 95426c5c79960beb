package epro.cli.demo;

import epro.cli.demo.harm.Contacts;
import epro.cli.demo.harm.HarmBooks;
import epro.cli.demo.harm.Mailbox;
import epro.cli.demo.harm.Mails;
import epro.cli.demo.harm.Screen;
import epro.cli.demo.trials.TrialSync;
import epro.cli.submission.SubmissionClient;
import epro.stack.Endpoints;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import tools.jackson.databind.JsonNode;

/** A running system as the demo uses it: its clients, its books, and its processes if they are ours. */
final class Stage implements AutoCloseable {

    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final Endpoints endpoints;
    private final Optional<LocalStack> own;
    private final Admin admin;
    private final SubmissionClient intake;
    private final OpsClient ops;
    private final Mailbox mailbox;
    private final Screen screen;
    private final TrialSync trials;

    /** A stack that was started for the demo. */
    static Stage of(LocalStack stack) throws InterruptedException {
        return new Stage(stack.endpoints(), Optional.of(stack));
    }

    /** A system that somebody else runs. Its processes are left alone. */
    static Stage of(Endpoints endpoints) throws InterruptedException {
        return new Stage(endpoints, Optional.empty());
    }

    private Stage(Endpoints endpoints, Optional<LocalStack> own) throws InterruptedException {
        this.endpoints = endpoints;
        this.own = own;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.required("EPRO_KAFKA")));
        this.intake = new SubmissionClient(address("EPRO_INTAKE_URL"), endpoints.required("EPRO_TOKEN_SUBMIT"));
        this.ops = new OpsClient(address("EPRO_PROCESSING_URL"), endpoints.required("EPRO_TOKEN_OPS"));
        this.mailbox = new Mailbox(address("EPRO_MAILBOX_URL"));
        this.screen = Screen.open(
                address("EPRO_NOTIFICATION_URL"), endpoints.required("EPRO_TOKEN_CRC"), InstantSource.system());
        this.trials = new TrialSync(endpoints);
    }

    private URI address(String key) {
        return URI.create(endpoints.required(key));
    }

    /** The inbox of someone who may see all sites, open since the stage was set. */
    Screen screen() {
        return screen;
    }

    Mails mails() throws IOException, InterruptedException {
        return mailbox.count();
    }

    /** The stack itself, if its processes are ours to freeze, to kill and to measure. */
    Optional<LocalStack> own() {
        return own;
    }

    TrialSync trials() {
        return trials;
    }

    Post intake() {
        return intake::send;
    }

    /** Publishes the forms and appoints those who hear of alerts. */
    void publish(List<SampleForm> forms) throws IOException, InterruptedException {
        for (SampleForm form : forms) {
            ops.publish(form);
        }
        new Contacts(address("EPRO_NOTIFICATION_URL"), endpoints.required("EPRO_TOKEN_OPS")).appoint(Patient.places());
    }

    JsonNode checkData() throws IOException, InterruptedException {
        return ops.checkData();
    }

    LogEnds ends() throws InterruptedException {
        return LogEnds.read(admin);
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(endpoints.required("EPRO_JDBC_URL"));
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

    /** Waits until all texts are decided on and all alerts delivered, at most two minutes. */
    void awaitAlerts(String run) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (System.nanoTime() < deadline && !alerted(run)) {
            Thread.sleep(500);
        }
    }

    private boolean alerted(String run) {
        try (Connection connection = database()) {
            return new HarmBooks(connection, run).settled();
        } catch (SQLException notThereYet) {
            return false;
        }
    }

    /** MiB by process; what can't be told is left out. */
    SequencedMap<String, Long> memory() {
        SequencedMap<String, Long> memory = new TreeMap<>();
        for (Part part : Part.values()) {
            Optional.ofNullable(endpoints.values().get("EPRO_PID_" + part))
                    .map(Long::parseLong)
                    .ifPresent(pid -> ProcessMemory.pssMiB(pid).ifPresent(mib -> memory.put(part.text(), mib)));
        }
        return memory;
    }

    @Override
    public void close() {
        trials.close();
        screen.close();
        mailbox.close();
        intake.close();
        ops.close();
        admin.close();
    }
}
