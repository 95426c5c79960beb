package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.reading.RawRecord;
import epro.processing.reading.ReadRecord;
import epro.processing.reading.SubmissionReader;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch costs as many statements as it has kinds of things in it, not as many as it has things. */
@Tag("slow")
class StatementsPerBatchTest {
    private static final String SEVERE = "{\"frequency\":3,\"severity\":4,\"weight\":70,\"remarks\":\"a rash\"}";
    /** Lock and make the lane, identities twice, history and plans, one for each table, lane. */
    private static final int STATEMENTS_MOST = 20;

    private final CountedStatements counted = new CountedStatements(RunningProcessing.bean(DataSource.class));
    private final SubmissionStore store = new SubmissionStore(
            new TransactionTemplate(new DataSourceTransactionManager(counted)),
            new JdbcTemplate(counted),
            RunningProcessing.bean(Consequences.class),
            InstantSource.system());

    @BeforeAll
    static void publishForms() {
        TestForms.publishPainDiary();
        TestForms.publishNauseaDiary();
    }

    @Test
    void areAsManyForAHundredOfEachKindAsForOne() {
        int few = statements(1);
        int many = statements(100);
        assertThat(many).as(String.join("\n", counted.statements())).isEqualTo(few);
        assertThat(few).isLessThanOrEqualTo(STATEMENTS_MOST);
    }

    /** Of so many of each kind: stored with everything that follows, rejected, repeated, in conflict, unreadable, replayed. */
    private int statements(int each) {
        SourcePartition source = new SourcePartition(Topics.SUBMISSIONS, "test-" + UUID.randomUUID(), 0);
        String late = "late-" + UUID.randomUUID();
        List<SentSubmission> early = new ArrayList<>();
        List<ReadRecord> before = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            early.add(SentSubmission.of(late, "{\"pain\":3,\"note\":\"a rash\"}"));
            before.add(read(source, before.size(), early.getLast(), Map.of()));
        }
        store.store(source, before);
        TestForms.publish(late, "1");
        List<ReadRecord> batch = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            SentSubmission sent = SentSubmission.of(TestForms.NAUSEA, SEVERE);
            SentSubmission wrong = SentSubmission.of(TestForms.PAIN, "{\"pain\":\"x\",\"note\":\"a rash\"}");
            add(batch, each, source, sent, Map.of());
            add(batch, each, source, sent, Map.of());
            add(batch, each, source, sent.withAnswers(SEVERE.replace("rash", "rash, or two")), Map.of());
            add(batch, each, source, wrong, Map.of());
            add(batch, each, source, early.get(i), Map.of("epro-replay", "unknown-form"));
            batch.add(new ReadRecord.Unreadable(raw(source, each + batch.size(), sent, Map.of()), "truncated"));
        }
        int begun = counted.statements().size();
        assertThat(store.store(source, batch)).isEqualTo(new StoreResult.Done(6 * each));
        return counted.statements().size() - begun;
    }

    private static void add(
            List<ReadRecord> batch,
            int from,
            SourcePartition source,
            SentSubmission sent,
            Map<String, String> headers) {
        batch.add(read(source, from + batch.size(), sent, headers));
    }

    private static ReadRecord read(
            SourcePartition source, long offset, SentSubmission sent, Map<String, String> headers) {
        return RunningProcessing.bean(SubmissionReader.class).read(raw(source, offset, sent, headers));
    }

    private static RawRecord raw(
            SourcePartition source, long offset, SentSubmission sent, Map<String, String> headers) {
        RecordCodec codec = RunningProcessing.bean(RecordCodec.class);
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        byte[] value = codec.encode(Topics.SUBMISSIONS, sent.event());
        return new RawRecord(new Position(source.topicId(), 0, offset), sent.recordKey(), value, headers);
    }
}
