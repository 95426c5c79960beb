package epro.processing.tables;

import static epro.processing.tables.YearScene.SOURCE;
import static epro.processing.tables.YearScene.entry;
import static epro.processing.tables.YearScene.in;
import static epro.processing.tables.YearScene.thisYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.lane.ChainFault;
import epro.lane.ChainFinding;
import epro.lane.LaneAppend;
import epro.lane.LaneHead;
import epro.lane.Lanes;
import epro.processing.proof.StoredTable;
import epro.stack.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no unique key of a partitioned table can promise by itself: that nothing comes a second time in another year. */
@Tag("slow")
class OnceOverTheYearsTest {
    private static final Instant LAST_YEAR = in(thisYear() - 1);
    private static final Instant NOW = in(thisYear());

    private final YearScene scene = new YearScene();
    private UUID first = UUID.randomUUID();

    @BeforeEach
    void storeInTheYearBefore() throws SQLException {
        scene.database.migrate();
        scene.makeYears(LAST_YEAR, NOW);
        first = scene.store(0, LAST_YEAR);
        scene.store(1, LAST_YEAR);
    }

    @AfterEach
    void drop() {
        scene.close();
    }

    @Test
    void refusesASecondRecordOfASubmission() {
        assertThatThrownBy(() -> insert(StoredTable.CRF_RECORD, first, NOW))
                .hasMessageContaining("crf_record_of_submission");
        assertThatThrownBy(() -> insert(StoredTable.CRF_RECORD, first, LAST_YEAR))
                .hasMessageContaining("crf_record_%d_pkey".formatted(thisYear() - 1));
    }

    @Test
    void refusesToGiveAStoredSubmissionAnotherTime() {
        refused(
                "UPDATE submission SET stored_at = now() WHERE submission_key = '" + first + "'",
                "crf_record_of_submission");
    }

    /** The lane is at sequence 2 and waits for offset 2. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void refusesASecondEntryForAnOffset(long offset) {
        assertThatThrownBy(() -> append(head(), offset, NOW)).hasMessageContaining("does not continue lane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "4", "-1"})
    void refusesASequenceThatDoesNotFollow(String sequence) {
        refused(copyOfTheLast(sequence, "9", "'7Yy1qDdkQ0mYk2cWm0x4Zw'"), "does not continue lane");
    }

    @Test
    void refusesAnEntryForAnotherPartitionAndTwoForOneOffset() {
        refused(copyOfTheLast("3", "2", "'elsewhere'"), "does not continue lane");
        refused(
                copyOfTheLast("3", "2", "topic_id") + " UNION ALL " + selection("4", "2", "topic_id"),
                "does not continue lane");
    }

    @Test
    void refusesAWriterThatDidNotLockTheLane() throws Exception {
        LaneHead known = head();
        CompletableFuture<?> second;
        try (Connection connection = scene.database.connect(DatabaseRole.PROCESSING_APP)) {
            LaneAppend append = new LaneAppend(known);
            append.record(entry(first, 2, NOW));
            Lanes.save(connection, append, 3);
            second = CompletableFuture.runAsync(() -> appendUnchecked(known));
            connection.commit();
        }

        assertThatThrownBy(second::join).hasStackTraceContaining("does not continue lane");
        assertThat(scene.verified().firstFault()).isEmpty();
        assertThat(scene.verified().entries()).isEqualTo(3);
    }

    @Test
    void findsASecondEntryThatSomebodyPutsInWhoMaySwitchTriggersOff() throws SQLException {
        try (Connection connection = scene.database.connect(DatabaseRole.POSTGRES);
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(copyOfTheLast("2", "1", "topic_id"));
            connection.commit();
        }

        assertThat(scene.verified().firstFault())
                .contains(new ChainFinding(SOURCE.laneName(), 2, ChainFault.ENTRY_DUPLICATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crf_record", "audit_entry"})
    void refusesChangesOfEachYearToItsOwnerAndAnythingToTheService(String table) {
        for (String part :
                List.of(table, table + "_" + (thisYear() - 1), table + "_" + thisYear(), table + "_default")) {
            for (String change : List.of("DELETE FROM ", "TRUNCATE ")) {
                refusedTo(DatabaseRole.PROCESSING_OWNER, change + part, part + " refuses");
                refusedTo(DatabaseRole.PROCESSING_APP, change + part, "permission denied");
            }
            refusedTo(
                    DatabaseRole.PROCESSING_OWNER,
                    "UPDATE " + part + " SET content_hash = 'x'",
                    part + " refuses UPDATE");
        }
        refusedTo(
                DatabaseRole.PROCESSING_APP,
                "INSERT INTO %1$s_%2$d SELECT * FROM %1$s LIMIT 1".formatted(table, thisYear()),
                "permission denied");
    }

    private LaneHead head() throws SQLException {
        try (Connection connection = scene.database.connect(DatabaseRole.PROCESSING_APP)) {
            return Lanes.lock(connection, SOURCE);
        }
    }

    private void append(LaneHead head, long offset, Instant at) throws SQLException {
        try (Connection connection = scene.database.connect(DatabaseRole.PROCESSING_APP)) {
            LaneAppend append = new LaneAppend(head);
            append.record(entry(first, offset, at));
            Lanes.save(connection, append, Math.max(head.nextOffset(), offset + 1));
            connection.commit();
        }
    }

    private void appendUnchecked(LaneHead head) {
        try {
            append(head, 2, NOW.plusSeconds(1));
        } catch (SQLException refused) {
            throw new CompletionException(refused);
        }
    }

    private void insert(StoredTable table, UUID key, Instant at) throws SQLException {
        try (Connection connection = scene.database.connect(DatabaseRole.PROCESSING_APP)) {
            table.insert(connection, List.of(YearScene.record(key, 9, at)));
        }
    }

    /** In another year than the one copied. */
    private static String copyOfTheLast(String sequence, String offset, String topicId) {
        return "INSERT INTO audit_entry " + selection(sequence, offset, topicId);
    }

    private static String selection(String sequence, String offset, String topicId) {
        return """
                SELECT lane, %1$s, action, actor, entity, content_hash, device_time, received_at,
                    recorded_at + interval '1 year' + interval '%1$s us', %2$s, partition, %3$s, detail, canonical, hash
                FROM audit_entry WHERE sequence = 2""".formatted(sequence, topicId, offset);
    }

    private void refused(String sql, String answer) {
        refusedTo(DatabaseRole.PROCESSING_APP, sql, answer);
    }

    private void refusedTo(DatabaseRole role, String sql, String answer) {
        ThrowingCallable attempt = () -> scene.database.as(role).sql(sql).update();
        assertThatThrownBy(attempt).as(sql).rootCause().hasMessageContaining(answer);
    }
}
