package epro.lane;

import static epro.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;

import epro.lane.OutboxRows.Round;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Ten events of a megabyte each, and one more of a byte. */
class OutboxRoundTest {

    private static final long MEGABYTE = 1L << 20;

    private final LaneScene scene = new LaneScene();

    OutboxRoundTest() throws SQLException {
        scene.append(
                append -> {
                    for (int i = 0; i < 10; i++) {
                        append.emit(new OutboxEvent("topic", null, new byte[(int) MEGABYTE], Map.of()));
                    }
                    append.emit(new OutboxEvent("topic", new byte[1], null, Map.of("a", "b")));
                },
                0);
    }

    @Test
    void endsWithTheEventThatReachesTheBoundOfBytes() throws SQLException {
        assertThat(read(1_000, 8 * MEGABYTE).events()).hasSize(8);
        assertThat(read(1_000, 8 * MEGABYTE).more()).isTrue();
        assertThat(read(3, 8 * MEGABYTE).events()).hasSize(3);
        assertThat(read(3, 8 * MEGABYTE).more()).isTrue();
    }

    @Test
    void takesAtLeastOneHoweverLarge() throws SQLException {
        assertThat(read(1_000, 1).events()).hasSize(1);
    }

    @Test
    void saysThatNothingIsLeft() throws SQLException {
        assertThat(read(1_000, 100 * MEGABYTE).events()).hasSize(11);
        assertThat(read(1_000, 100 * MEGABYTE).more()).isFalse();
    }

    /** A round waits for all that it has sent; so the first is over when its eighth event is there. */
    @Test
    void publishesRoundAfterRound() throws SQLException {
        List<CompletableFuture<Void>> round = new ArrayList<>();
        List<Integer> rounds = new ArrayList<>();
        LanePublisher publisher = new LanePublisher(
                scene.database.as(LaneDatabase.APP),
                event -> {
                    CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
                    round.add(acknowledgement);
                    boolean last = round.size() == 8 || event.value() == null;
                    if (last) {
                        rounds.add(round.size());
                        round.forEach(one -> one.complete(null));
                        round.clear();
                    }
                    return acknowledgement;
                },
                Duration.ofSeconds(20));

        assertThat(publisher.publish(LANE)).isEqualTo(11);
        assertThat(rounds).containsExactly(8, 3);
    }

    private Round read(int eventsMax, long bytesMax) throws SQLException {
        try (Connection connection = scene.connect(LaneDatabase.APP)) {
            return OutboxRows.inTurn(connection, LANE).read(eventsMax, bytesMax);
        }
    }
}
