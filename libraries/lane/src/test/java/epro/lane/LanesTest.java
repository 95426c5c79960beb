package epro.lane;

import static epro.lane.LaneScene.LANE;
import static epro.lane.LaneScene.SOURCE;
import static epro.lane.LaneScene.done;
import static epro.lane.LaneScene.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final LaneScene scene = new LaneScene();

    LanesTest() throws SQLException {}

    @Test
    void makesALaneAtFirstSightAndMovesItWithEverySave() throws SQLException {
        scene.withEntries(3);

        LaneHead head = lockAndRelease();

        assertThat(head.lane()).isEqualTo("epro.submissions.v1/7Yy1qDdkQ0mYk2cWm0x4Zw/3");
        assertThat(head.nextOffset()).isEqualTo(3);
        assertThat(head.sequence()).isEqualTo(3);
        assertThat(scene.verified(LANE)).isEqualTo(new ChainReport(LANE, 3, 3, Optional.empty()));
    }

    @Test
    void givesReceiptsThatAreTheLinksStored() throws SQLException {
        List<AuditReceipt> receipts = new ArrayList<>();
        scene.append(
                append -> {
                    receipts.add(append.record(stored(0)));
                    receipts.add(append.record(stored(1)));
                },
                2);

        assertThat(receipts).extracting(AuditReceipt::sequence).containsExactly(1L, 2L);
        assertThat(lockAndRelease().hash()).isEqualTo(receipts.getLast().hash());
    }

    @Test
    void forgetsWhatIsTakenBack() throws SQLException {
        scene.append(
                append -> {
                    append.record(stored(0));
                    LaneAppend.Mark mark = append.mark();
                    append.record(stored(1));
                    append.emit(new OutboxEvent("topic", null, null, Map.of()));
                    append.backTo(mark);
                    append.record(stored(1));
                },
                2);

        assertThat(scene.verified(LANE)).isEqualTo(new ChainReport(LANE, 2, 2, Optional.empty()));
        assertThat(scene.database.number("SELECT count(*) FROM outbox")).isZero();
    }

    @Test
    void leavesNothingBehindWhenTheTransactionRollsBack() throws SQLException {
        scene.withEntries(1);
        try (Connection connection = connect()) {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, SOURCE));
            append.record(stored(1));
            Lanes.save(connection, append, 2);
            connection.rollback();
        }

        assertThat(lockAndRelease().sequence()).isEqualTo(1);
        assertThat(scene.database.number("SELECT count(*) FROM audit_entry")).isEqualTo(1);
    }

    @Test
    void refusesASecondReceiptForOnePosition() throws SQLException {
        scene.withEntries(1);

        assertThatThrownBy(() -> scene.append(append -> append.record(stored(0)), 1))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("audit_entry_position");
    }

    @Test
    void refusesToGoBackAndToWorkOutsideATransaction() throws SQLException {
        scene.withEntries(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.append(append -> append.record(stored(7)), 1))
                .withMessageContaining("nextOffset")
                .withMessageContaining("at least 2, was 1");
        try (Connection connection = scene.database.as(LaneDatabase.APP).getConnection()) {
            assertThatIllegalStateException().isThrownBy(() -> Lanes.lock(connection, "operations"));
        }
    }

    @Test
    void noticesAHeadThatWasNotLocked() throws SQLException {
        LaneHead stale = lockAndRelease();
        scene.withEntries(1);
        try (Connection connection = connect()) {
            LaneAppend append = new LaneAppend(stale);

            assertThatIllegalStateException()
                    .isThrownBy(() -> Lanes.save(connection, append, 5))
                    .withMessageContaining("without its lock");
        }
    }

    @Test
    void neverForksTheChainHoweverManyWrite() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(writers.submit(() -> {
                    scene.appendTo("operations", done("READ"));
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(scene.verified("operations")).isEqualTo(new ChainReport("operations", 200, 200, Optional.empty()));
    }

    private LaneHead lockAndRelease() throws SQLException {
        try (Connection connection = connect()) {
            LaneHead head = Lanes.lock(connection, SOURCE);
            connection.commit();
            return head;
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = scene.database.as(LaneDatabase.APP).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
