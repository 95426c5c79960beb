package epro.processing.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was rejected for want of a form is read again once its form is there: one time, with its own bytes. */
@Tag("slow")
class UnknownFormReplayTest {
    private static final int MORE_THAN_THE_POOL_HOLDS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String form = "late-" + UUID.randomUUID();

    /** More runs than the pool has connections: one that is kept a run would leave the last runs without. */
    @Test
    void givesBackEveryConnection() {
        for (int run = 0; run < MORE_THAN_THE_POOL_HOLDS; run++) {
            RunningProcessing.bean(UnknownFormReplay.class).run();
        }
        var pool = RunningProcessing.bean(HikariDataSource.class).getHikariPoolMXBean();
        await().atMost(Duration.ofSeconds(30)).until(() -> pool.getActiveConnections() == 0);
    }

    @Test
    void replaysEachRejectionOnceAndSaysSo() {
        SentSubmission right = SentSubmission.of(form, "{\"pain\":3}");
        SentSubmission wrong = SentSubmission.of(form, "{\"pain\":11}");
        right.send();
        wrong.send();
        awaitState(right, "REJECTED", 1);
        awaitState(wrong, "REJECTED", 1);

        TestForms.publish(form, "1");

        awaitState(right, "STORED", 2);
        awaitState(wrong, "REJECTED", 2);
        RunningProcessing.bean(UnknownFormReplay.class).run();
        assertThat(actions(right)).containsExactlyInAnyOrder("REJECTED", "REPLAY_REQUESTED", "STORED");
        assertThat(actions(wrong)).containsExactlyInAnyOrder("REJECTED", "REPLAY_REQUESTED", "REJECTED");
        assertThat(texts("SELECT count(*)::text FROM replay WHERE sent_at IS NOT NULL AND form_id = ?", form))
                .containsExactly("2");
    }

    @Test
    void findsTheOriginalBytesOrThatTheyAreGone() {
        SentSubmission sent = SentSubmission.of(form, "{\"pain\":3}");
        RecordMetadata at = sent.send();
        awaitState(sent, "REJECTED", 1);
        String topicId =
                texts("SELECT topic_id FROM submission WHERE form_id = ?", form).getFirst();

        try (OriginalRecords.Reader reader =
                RunningProcessing.bean(OriginalRecords.class).open()) {
            assertThat(reader.read(place(topicId, at, at.offset())))
                    .hasValueSatisfying(record -> assertThat(record.value()).isEqualTo(sent.bytes()));
            assertThat(reader.read(place(topicId, at, at.offset() + 1_000_000))).isEmpty();
            assertThat(reader.read(place("another-topic-id", at, at.offset()))).isEmpty();
        }
    }

    private static Replay.Place place(String topicId, RecordMetadata at, long offset) {
        return new Replay.Place(Topics.SUBMISSIONS, topicId, at.partition(), offset);
    }

    private static void awaitState(SentSubmission sent, String state, int revision) {
        await().atMost(PATIENCE)
                .until(
                        () -> texts(
                                "SELECT state || ' ' || revision FROM submission WHERE submission_key = ?::uuid",
                                sent.key().toString()),
                        List.of(state + " " + revision)::equals);
    }

    private static List<String> actions(SentSubmission sent) {
        return texts(
                "SELECT action FROM audit_entry WHERE entity = ?", sent.key().toString());
    }

    private static List<String> texts(String sql, String parameter) {
        return RunningProcessing.superuser()
                .sql(sql)
                .param(parameter)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
