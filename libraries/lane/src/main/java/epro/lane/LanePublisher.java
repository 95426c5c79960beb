package epro.lane;

import epro.lane.OutboxRows.Round;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Sends what the lanes hold to publish.
 *
 * <ul>
 *   <li>A lane's events are sent in their order, and each is sent until it was acknowledged: at least once.
 *   <li>An event counts as published only if all before it in its lane are. After a failure the rest stays and is sent again,
 *       with the same bytes; the last copies of a lane's events stand in order.
 *   <li>One publishes a lane at a time; others wait for their turn. Who writes to the lane never waits for the broker: the
 *       lane's row is locked only while the position is moved. Call it without holding that lock.
 * </ul>
 */
public final class LanePublisher {

    /** So many events are in flight, and in memory, at most; */
    private static final int ROUND = 1_000;

    /** and so many bytes, but for the event that reaches the bound. */
    private static final long ROUND_BYTES = 8L << 20;

    private final DataSource dataSource;
    private final EventSender sender;
    private final Duration timeout;

    /**
     * Publishes on connections of its own.
     *
     * @param timeout how long a round of sends may wait for its acknowledgements; shorter than the database's idle limit
     */
    public LanePublisher(DataSource dataSource, EventSender sender, Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout must be positive, was " + timeout);
        }
        this.dataSource = dataSource;
        this.sender = sender;
        this.timeout = timeout;
    }

    /**
     * Publishes the lane up to its end.
     *
     * @return how many events were acknowledged
     * @throws LaneNotPublished if an event was not acknowledged; those before it are published
     */
    public int publish(String lane) throws SQLException {
        int published = 0;
        Published round;
        do {
            round = publishRound(lane);
            published += round.count();
        } while (round.more());
        return published;
    }

    /** The lanes that still hold something to publish, and how far each is published. */
    public Map<String, Long> unpublished() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return OutboxRows.unpublishedLanes(connection);
        }
    }

    private record Published(int count, boolean more) {}

    private Published publishRound(String lane) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            OutboxRows outbox = OutboxRows.inTurn(connection, lane);
            Round round = outbox.read(ROUND, ROUND_BYTES);
            Sending sending = Sending.all(round.events(), sender, timeout);
            if (sending.acknowledged() > 0) {
                outbox.published(sending.acknowledged());
            }
            connection.commit();
            sending.failure().ifPresent(cause -> {
                throw new LaneNotPublished(lane, outbox.publishedThrough() + sending.acknowledged() + 1, cause);
            });
            return new Published(sending.acknowledged(), round.more());
        }
    }
}
