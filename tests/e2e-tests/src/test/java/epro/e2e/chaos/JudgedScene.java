package epro.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Grounds;
import epro.cli.chaos.judge.Judge;
import epro.cli.chaos.judge.Judge.Verdict;
import epro.cli.chaos.judge.Log;
import epro.cli.chaos.judge.Quiet;
import epro.cli.chaos.traffic.DiaryForm;
import epro.cli.chaos.traffic.Ledger;
import epro.cli.chaos.traffic.Message;
import epro.cli.chaos.traffic.Senders;
import epro.cli.submission.SubmissionClient;
import epro.e2e.Pipeline;
import epro.schemas.Topics;
import epro.stack.DatabaseRole;
import epro.stack.Replica;
import epro.stack.StandardRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Some submissions of a study of their own on their way through the pipeline, and the judge who was there before them. */
final class JudgedScene implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pipeline pipeline = Pipeline.running();
    private final Instant completedAt = CLOCK.instant().minus(Duration.ofHours(1));
    private final String study = "judged-" + UUID.randomUUID();
    private final Grounds grounds = new Grounds(pipeline.stack(), CLOCK);
    private final Log log =
            new Log(pipeline.stack().kafka(), pipeline.stack().registry().toString());
    private final Ledger ledger;
    private final Judge judge;
    private final Map<String, String> names;

    /** Returns when all has been sent and nothing is under way. */
    JudgedScene(Path folder) throws Exception {
        DiaryForm.publish(pipeline.stack().endpoints(), DiaryForm.ID);
        ledger = new Ledger(folder.resolve("ledger"));
        judge = new Judge(study, log);
        RecordMetadata unreadable = play();
        assertThat(new Quiet(grounds::reader, log).await(study, judge.beganAt()))
                .isEmpty();
        names = names(unreadable);
    }

    /** The second intake knows nothing of what the first has taken. */
    private RecordMetadata play() throws Exception {
        send(
                pipeline.intakeAddress(),
                message(
                        "p-1",
                        "heard",
                        Map.of("pain", 3, "note", "Chest pain since the morning, and I can hardly breathe.")),
                message("p-1", "plain", Map.of("pain", 2)),
                message("p-1", "noted", Map.of("pain", 1, "note", "A quiet day.")),
                message("p-2", "rejected", Map.of("pain", 100)));
        try (Replica second = pipeline.anotherIntake()) {
            send(
                    second.address(),
                    message("p-1", "noted", Map.of("pain", 1, "note", "A quiet day.")),
                    message("p-1", "plain", Map.of("pain", 5)));
        }
        return sendUnreadable();
    }

    private Message message(String patient, String id, Map<String, Object> answers) {
        return Message.of(Duration.ZERO, new Message.Heading(study, patient, DiaryForm.ID, completedAt), id, answers);
    }

    /** Each when the one before has been answered. */
    private void send(URI intake, Message... messages) throws ExecutionException, InterruptedException {
        try (SubmissionClient client = new SubmissionClient(intake, pipeline.token(StandardRole.SUBMIT));
                Senders senders = new Senders(List.of(client::send), ledger, CLOCK, PATIENCE)) {
            for (Message message : messages) {
                senders.begin(List.of(message), new Random(1)).get();
            }
        }
    }

    private RecordMetadata sendUnreadable() throws ExecutionException, InterruptedException {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> config =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, pipeline.stack().kafka());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            return producer.send(new ProducerRecord<>(Topics.SUBMISSIONS, new byte[] {1}, new byte[] {1, 2, 3}))
                    .get();
        }
    }

    private Map<String, String> names(RecordMetadata unreadable) throws SQLException {
        Map<String, String> known = new HashMap<>();
        pipeline.database()
                .rows(
                        "select submission_id, submission_key::text from submission where study_id = ?",
                        row -> known.put(":" + row.getString(1), row.getString(2)),
                        study);
        known.put(
                ":unreadable",
                "partition = %d AND record_offset = %d".formatted(unreadable.partition(), unreadable.offset()));
        return known;
    }

    /** As a run is judged. */
    Verdict verdict() throws SQLException, InterruptedException {
        try (Connection reader = grounds.reader()) {
            return judge.judge(ledger, reader);
        }
    }

    /** What the same role would find if this were so: who is forbidden nothing plants it and takes it back unseen by others. */
    Verdict verdictAfter(Damage damage) throws SQLException, InterruptedException {
        try (Connection database =
                        pipeline.stack().database(DatabaseRole.POSTGRES).connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            try {
                statement.execute("SET LOCAL session_replication_role = replica");
                statement.execute(named(damage.sql()));
                statement.execute("SET LOCAL ROLE " + DatabaseRole.EPRO_READER.text());
                return judge.judge(ledger, database);
            } finally {
                database.rollback();
            }
        }
    }

    private String named(String sql) {
        String named = sql;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    @Override
    public void close() throws IOException {
        log.close();
        grounds.close();
        ledger.close();
    }
}
