package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.cli.chaos.traffic.DiaryForm;
import epro.schemas.Topics;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What only goes wrong when two things come together. */
final class Together {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration WHILE_IT_IS_AWAY = Duration.ofSeconds(3);
    private static final Duration IN_QUARANTINE_WITHIN = Duration.ofSeconds(30);
    private static final Duration REFUSED = Duration.ofSeconds(6);
    private static final Duration A_REJECTION_WITHIN = Duration.ofSeconds(15);
    private static final String MOST_BYTES = "max.message.bytes";
    private static final String WAITING_FOR_A_FORM = """
            SELECT DISTINCT form_id FROM processing.submission
            WHERE form_id LIKE ? AND state = 'REJECTED' AND stored_at > ?""";

    private Together() {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("processing-killed-while-database-away", (grounds, _) -> killedMeanwhile(grounds)),
                new Fault("poison-while-dead-letters-refused", Together::refused),
                new Fault("form-published-late", (grounds, _) -> publishedLate(grounds)));
    }

    /** What had been fetched and not stored is in nobody's memory any more. */
    private static Seen killedMeanwhile(Grounds grounds) throws InterruptedException {
        LocalStack stack = grounds.stack();
        long before = stack.pid(Part.PROCESSING);
        stack.stop(Part.POSTGRES);
        Thread.sleep(WHILE_IT_IS_AWAY);
        stack.kill(Part.PROCESSING);
        stack.start(Part.POSTGRES);
        long after = grounds.awaitSuccessor(Part.PROCESSING, before);
        boolean gone = ProcessHandle.of(before).isEmpty();
        return new Seen(gone && after != before, "process %d killed while the database was away".formatted(before));
    }

    /** The broker takes everything but dead letters, of which none is so small. */
    private static Seen refused(Grounds grounds, RandomGenerator dice) throws Exception {
        Poured poured;
        Seen seen;
        limit(grounds, AlterConfigOp.OpType.SET);
        try {
            long before = deadLetters(grounds);
            long quarantined = quarantined(grounds);
            poured = Poison.pour(grounds, dice);
            awaitQuarantine(grounds, quarantined);
            Thread.sleep(REFUSED);
            boolean none = deadLetters(grounds) == before;
            long more = quarantined(grounds) - quarantined;
            seen = new Seen(
                    none && more > 0,
                    "for %s no dead letter was taken of %d records in quarantine".formatted(REFUSED, more));
        } finally {
            limit(grounds, AlterConfigOp.OpType.DELETE);
        }
        return seen.and(poured.seen(grounds));
    }

    /** What was fetched before may have to be given up first. */
    private static void awaitQuarantine(Grounds grounds, long before) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + IN_QUARANTINE_WITHIN.toNanos();
        while (quarantined(grounds) == before && System.nanoTime() < deadline) {
            Thread.sleep(A_MOMENT);
        }
    }

    private static long quarantined(Grounds grounds) throws SQLException {
        try (Connection session = grounds.reader();
                PreparedStatement query = session.prepareStatement("SELECT count(*) FROM processing.quarantine");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long deadLetters(Grounds grounds) throws InterruptedException {
        List<String> topics = List.of(Topics.SUBMISSIONS_DLT);
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Grounds.answer(grounds.admin().describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(info -> ends.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
        return Grounds.answer(grounds.admin().listOffsets(ends).all()).values().stream()
                .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .sum();
    }

    private static void limit(Grounds grounds, AlterConfigOp.OpType operation) throws InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.SUBMISSIONS_DLT);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(MOST_BYTES, "10"), operation);
        Grounds.answer(grounds.admin()
                .incrementalAlterConfigs(Map.of(topic, List.of(change)))
                .all());
    }

    /** As soon as a submission was rejected for want of it. */
    private static Seen publishedLate(Grounds grounds) throws Exception {
        long deadline = System.nanoTime() + A_REJECTION_WITHIN.toNanos();
        Instant since = grounds.now();
        List<String> forms = List.of();
        while (forms.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(A_MOMENT);
            forms = waitingForAForm(grounds, since);
        }
        for (String form : forms) {
            DiaryForm.publish(grounds.stack().endpoints(), form);
        }
        return new Seen(!forms.isEmpty(), "published after a rejection for want of it: " + forms);
    }

    private static List<String> waitingForAForm(Grounds grounds, Instant since) throws SQLException {
        List<String> forms = new ArrayList<>();
        try (Connection session = grounds.reader();
                PreparedStatement query = session.prepareStatement(WAITING_FOR_A_FORM)) {
            query.setString(1, DiaryForm.LATE + "%");
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            ResultSet row = query.executeQuery();
            while (row.next()) {
                forms.add(row.getString(1));
            }
        }
        return forms;
    }
}
