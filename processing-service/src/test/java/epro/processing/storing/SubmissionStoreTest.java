package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.processing.proof.StoredTable;
import epro.processing.reading.RawRecord;
import epro.processing.reading.ReadRecord;
import epro.processing.reading.SubmissionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a batch does to a lane; every test has a lane of its own. */
class SubmissionStoreTest {
    private final SourcePartition source = new SourcePartition("epro.submissions.v1", "test-" + UUID.randomUUID(), 0);
    private SubmissionStore store;

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @BeforeEach
    void findStore() {
        store = RunningProcessing.bean(SubmissionStore.class);
    }

    @Test
    void dropsWhatWasSettledBeforeAndSettlesTheRest() {
        List<ReadRecord> records = List.of(good(0), good(1), good(2));
        assertThat(store.store(source, records.subList(0, 2))).isEqualTo(new StoreResult.Done(2));
        assertThat(store.store(source, records)).isEqualTo(new StoreResult.Done(1));
        assertThat(store.store(source, records)).isEqualTo(new StoreResult.Done(0));
        assertThat(actions()).containsExactly("STORED", "STORED", "STORED");
    }

    @Test
    void changesNothingWhenTheFirstOffsetIsAboveTheNext() {
        store.store(source, List.of(good(0)));
        assertThat(store.store(source, List.of(good(5), good(6)))).isEqualTo(new StoreResult.Gap(1, 5));
        assertThat(actions()).containsExactly("STORED");
    }

    @Test
    void settlesUpToAHoleAndNamesIt() {
        assertThat(store.store(source, List.of(good(0), good(1), good(3)))).isEqualTo(new StoreResult.Gap(2, 3));
        assertThat(actions()).containsExactly("STORED", "STORED");
    }

    @Test
    void goesOnBehindALossOnlyWithAnEntryForIt() {
        store.store(source, List.of(good(0)));
        store.acceptLoss(source, 1, 4);
        store.acceptLoss(source, 1, 4);
        assertThat(store.store(source, List.of(good(4)))).isEqualTo(new StoreResult.Done(1));
        assertThat(actions()).containsExactly("STORED", "GAP", "STORED");
    }

    @Test
    void quarantinesNoneWhenTooManyFail() {
        List<ReadRecord> batch = new ArrayList<>();
        for (int offset = 0; offset < 4; offset++) {
            batch.add(new ReadRecord.Failed(raw(offset, good()), "java.lang.IllegalStateException"));
        }
        assertThatThrownBy(() -> store.store(source, batch)).isInstanceOf(TooManyFailures.class);
        assertThat(actions()).isEmpty();
    }

    @Test
    void quarantinesAnyNumberOfUnreadableRecords() {
        List<ReadRecord> batch = new ArrayList<>();
        for (int offset = 0; offset < 12; offset++) {
            batch.add(new ReadRecord.Unreadable(raw(offset, good()), "truncated"));
        }
        assertThat(store.store(source, batch)).isEqualTo(new StoreResult.Done(12));
        assertThat(actions()).hasSize(12).containsOnly("QUARANTINED");
    }

    @Test
    void settlesABatchOnceWhoeverBringsIt() throws Exception {
        List<ReadRecord> batch = new ArrayList<>();
        for (int offset = 0; offset < 50; offset++) {
            batch.add(good(offset));
        }
        List<Callable<StoreResult>> zombies = List.of(
                () -> store.store(source, batch), () -> store.store(source, batch), () -> store.store(source, batch));
        try (var threads = Executors.newFixedThreadPool(zombies.size())) {
            for (var result : threads.invokeAll(zombies)) {
                assertThat(result.get()).isInstanceOf(StoreResult.Done.class);
            }
        }
        assertThat(actions()).hasSize(50).containsOnly("STORED");
    }

    @Test
    void provesEveryRowByTheHashThatItsEntryCarries() {
        store.store(source, List.of(good(0), record(1, SentSubmission.of(TestForms.PAIN, "{\"pain\":\"x\"}"))));
        for (StoredTable table : List.of(StoredTable.CRF_RECORD, StoredTable.REJECTION)) {
            String sql = "SELECT " + table.selectList() + " FROM " + table.table() + " WHERE topic_id = ?";
            List<Boolean> proven = RunningProcessing.superuser()
                    .sql(sql)
                    .param(source.topicId())
                    .query((row, _) -> table.read(row, 1).hash().equals(row.getString("row_hash")))
                    .list();
            assertThat(proven).containsExactly(true);
        }
    }

    private List<String> actions() {
        return RunningProcessing.superuser()
                .sql("SELECT action FROM audit_entry WHERE lane = ? ORDER BY sequence")
                .param(source.laneName())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private ReadRecord good(long offset) {
        return record(offset, good());
    }

    private ReadRecord record(long offset, SentSubmission sent) {
        return RunningProcessing.bean(SubmissionReader.class).read(raw(offset, sent));
    }

    private RawRecord raw(long offset, SentSubmission sent) {
        return new RawRecord(new Position(source.topicId(), 0, offset), sent.recordKey(), sent.bytes(), Map.of());
    }

    private static SentSubmission good() {
        return SentSubmission.of(TestForms.PAIN, "{\"pain\":3}");
    }
}
