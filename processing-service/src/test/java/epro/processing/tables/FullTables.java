package epro.processing.tables;

import epro.processing.ProcessingApplication;
import epro.processing.SentSubmission;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.StandardRole;
import epro.stack.Workspace;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.KafkaTemplate;

/** A stack and a service of its own whose tables are full, and what its database makes of each statement. */
final class FullTables implements AutoCloseable {
    private static final String LARGE = """
            SELECT relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'processing'::regnamespace AND reltuples >= 10000""";

    final Plans plans = new Plans();
    private final LocalStack stack;
    private final ConfigurableApplicationContext context;

    FullTables() throws Exception {
        String own = "full-tables-" + ProcessHandle.current().pid();
        stack = LocalStack.builder()
                .home(Workspace.find().scratch().resolve("tests").resolve(own))
                .services(Set.of())
                .partitions(2)
                .anyPorts()
                .start();
        context = service();
        MillionRows.into(stack.database(DatabaseRole.POSTGRES));
    }

    Http http(StandardRole role) {
        return http(stack.tokens().of(role, Duration.ofHours(1)));
    }

    /** Somebody who may read patients' data of these sites. */
    Http readerOf(String... sites) {
        return http(stack.tokens().staff("reader", List.of("crf:read"), List.of(sites), Duration.ofHours(1)));
    }

    private Http http(String token) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Http(URI.create("http://127.0.0.1:" + port), token);
    }

    /** Puts it on the topic as intake would. */
    void send(SentSubmission submission) {
        @SuppressWarnings("unchecked")
        KafkaTemplate<byte[], byte[]> kafka = context.getBean(KafkaTemplate.class);
        RecordCodec codec = context.getBean(RecordCodec.class);
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        byte[] value = codec.encode(Topics.SUBMISSIONS, submission.event());
        kafka.send(new ProducerRecord<>(Topics.SUBMISSIONS, submission.recordKey(), value))
                .join();
    }

    /** The tables, and years of them, that hold so many rows that nobody may read them whole. */
    Set<String> large() {
        return Set.copyOf(texts(LARGE));
    }

    List<String> texts(String sql) {
        var access = stack.database(DatabaseRole.POSTGRES);
        return JdbcClient.create(new DriverManagerDataSource(access.url(), access.user(), access.password()))
                .sql(sql)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Each statement that reads a large table from end to end, with the tables. */
    Map<String, Set<String>> readingWhole() {
        Set<String> large = large();
        return plans.all().stream()
                .filter(plan -> !plan.readWhole(large).isEmpty())
                .collect(Collectors.toMap(Plan::sql, plan -> plan.readWhole(large), (one, _) -> one));
    }

    /** How many rows of large tables the statement looked at that looked at most. */
    long mostRowsRead() {
        Set<String> large = large();
        return plans.all().stream()
                .mapToLong(plan -> plan.rowsRead(large))
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        context.close();
        stack.close();
    }

    private ConfigurableApplicationContext service() {
        Map<String, Object> settings = new HashMap<>(stack.environment(Part.PROCESSING));
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("EPRO_CONCURRENCY", 2);
        settings.put("EPRO_NOTIFICATION_URL", "");
        settings.put("EPRO_AE_MODEL_URL", "");
        return new SpringApplicationBuilder(ProcessingApplication.class)
                .properties(settings)
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(plans))
                .run();
    }
}
