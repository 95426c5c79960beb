package epro.processing.datacheck;

import static org.awaitility.Awaitility.await;

import epro.processing.ProcessingApplication;
import epro.processing.SentSubmission;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.stack.DatabaseAccess;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.StandardRole;
import epro.stack.Workspace;
import epro.testing.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.KafkaTemplate;

/** A stack and a service of its own, with a little of everything in it, whose database can be tampered with and mended. */
final class CheckedSystem implements AutoCloseable {

    static final String FORM = "pain-diary";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TABLES = List.of(
            "lane",
            "audit_entry",
            "audit_checkpoint",
            "outbox",
            "submission",
            "crf_record",
            "rejection",
            "conflict",
            "quarantine",
            "adverse_event");

    private final LocalStack stack;
    private final ConfigurableApplicationContext context;
    private final Connection superuser;
    private final FakeNotification notification;

    CheckedSystem() throws SQLException, IOException {
        notification = new FakeNotification();
        Path home = Workspace.find().scratch().resolve("tests");
        stack = LocalStack.builder()
                .home(home.resolve("data-check-" + ProcessHandle.current().pid() + "-" + hashCode()))
                .services(Set.of())
                .partitions(2)
                .anyPorts()
                .start();
        context = service();
        DatabaseAccess access = stack.database(DatabaseRole.POSTGRES);
        superuser = access.connect();
    }

    Http http(StandardRole role) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Http(URI.create("http://127.0.0.1:" + port), stack.tokens().of(role, Duration.ofHours(1)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Puts a value of any kind on the topic. */
    void send(SentSubmission submission, byte[] value) {
        @SuppressWarnings("unchecked")
        KafkaTemplate<byte[], byte[]> kafka = context.getBean(KafkaTemplate.class);
        kafka.send(new ProducerRecord<>(Topics.SUBMISSIONS, submission.recordKey(), value))
                .join();
    }

    void send(SentSubmission submission) {
        RecordCodec codec = context.getBean(RecordCodec.class);
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        send(submission, codec.encode(Topics.SUBMISSIONS, submission.event()));
    }

    /** Waits until so many entries are anchored, then keeps a copy of everything and lets nobody sign any more. */
    void settle(int entries) throws SQLException {
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM audit_entry WHERE record_offset IS NOT NULL") == entries);
        await().atMost(PATIENCE).until(() -> number("""
                SELECT count(*) FROM lane WHERE sequence > 0 AND NOT EXISTS (
                    SELECT 1 FROM audit_checkpoint, json_array_elements(heads) head
                    WHERE head ->> 'lane' = name AND (head ->> 'sequence')::bigint = sequence)""") == 0);
        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM outbox") == 0);
        run("SELECT pg_advisory_lock(hashtext('epro.checkpoint-signer/processing'))");
        for (String table : TABLES) {
            run("CREATE TABLE public.copy_of_" + table + " AS SELECT * FROM " + table);
        }
    }

    FakeNotification notification() {
        return notification;
    }

    /** Every suspected adverse event has an alert at its latest revision that has reached someone. */
    void alertAll() throws SQLException {
        notification.forget();
        try (Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT ae_id, max(revision) FROM adverse_event GROUP BY ae_id")) {
            while (row.next()) {
                notification.alert(row.getString(1), row.getInt(2), 1);
            }
        }
    }

    /** What only somebody with the superuser's rights can do: triggers and foreign keys are off meanwhile. */
    void tamper(String... statements) throws SQLException {
        run("SET session_replication_role = replica");
        for (String statement : statements) {
            run(statement);
        }
        run("SET session_replication_role = DEFAULT");
    }

    void mend() throws SQLException {
        run("SET session_replication_role = replica");
        for (String table : TABLES) {
            run("DELETE FROM " + table);
            run("INSERT INTO " + table + " SELECT * FROM public.copy_of_" + table);
        }
        run("SET session_replication_role = DEFAULT");
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** New connections of the service's role, on which the settings of roles come into effect. */
    DataSource appConnections() {
        DatabaseAccess access = stack.database(DatabaseRole.PROCESSING_APP);
        return new DriverManagerDataSource(access.url(), access.user(), access.password());
    }

    /** Runs a data check to its end. */
    DataCheck checked() throws InterruptedException {
        DataChecks checks = context.getBean(DataChecks.class);
        var id = checks.start("test").orElseThrow();
        return await().atMost(PATIENCE)
                .until(() -> checks.find(id).orElseThrow(), check -> check.state() != DataCheckState.RUNNING);
    }

    @Override
    public void close() throws SQLException {
        notification.close();
        superuser.close();
        context.close();
        stack.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private ConfigurableApplicationContext service() {
        Map<String, Object> settings = new HashMap<>(stack.environment(Part.PROCESSING));
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("EPRO_CONCURRENCY", 2);
        settings.put("epro.signing.key", stack.environment(Part.PROCESSING).get("EPRO_SIGNING_KEY"));
        settings.put("epro.signing.interval", "200ms");
        settings.put("EPRO_NOTIFICATION_URL", notification.url());
        settings.put("epro.notification.grace", "0s");
        settings.put("epro.data-check.lag-time", "300ms");
        settings.put("epro.data-check.publish-time", "300ms");
        return new SpringApplicationBuilder(ProcessingApplication.class)
                .properties(settings)
                .run();
    }
}
