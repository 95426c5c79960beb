package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import epro.lane.LaneAppend;
import epro.lane.LanePublisher;
import epro.lane.Lanes;
import epro.lane.OutboxEvent;
import epro.stack.LocalStack;
import epro.testing.WithInfrastructure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published by nobody else. */
@WithInfrastructure
class LaneSweepTest {
    private static final String LANE = "somewhere/0";

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private SignerDatabase database;
    private LanePublisher publisher;
    private LaneSweep sweep;

    @BeforeEach
    void makeLane(LocalStack stack) throws IOException {
        database = new SignerDatabase(stack);
        publisher = new LanePublisher(database.dataSource, this::acknowledged, Duration.ofSeconds(5));
        sweep = new LaneSweep(publisher);
    }

    @Test
    void isWhatLiesThereAtTwoLooks() throws SQLException {
        emit("one");

        sweep.sweep();
        assertThat(sent).isEmpty();

        sweep.sweep();
        assertThat(sent).containsExactly("one");
    }

    @Test
    void isNotWhatSomebodyIsPublishing() throws SQLException {
        emit("one");
        sweep.sweep();
        publisher.publish(LANE);
        emit("two");

        sweep.sweep();
        assertThat(sent).containsExactly("one");

        sweep.sweep();
        assertThat(sent).containsExactly("one", "two");
    }

    private void emit(String topic) throws SQLException {
        try (Connection connection = database.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            LaneAppend append = new LaneAppend(Lanes.lock(connection, LANE));
            append.emit(new OutboxEvent(topic, null, new byte[] {1}, Map.of()));
            Lanes.save(connection, append, -1);
            connection.commit();
        }
    }

    private CompletableFuture<Void> acknowledged(OutboxEvent event) {
        sent.add(event.topic());
        return CompletableFuture.completedFuture(null);
    }
}
