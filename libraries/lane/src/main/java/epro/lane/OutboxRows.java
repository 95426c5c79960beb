package epro.lane;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of {@code outbox} that a lane still has to publish, as who publishes it in turn sees them.
 *
 * @param publishedThrough the sequence of the last event that was acknowledged
 */
record OutboxRows(Connection connection, String lane, long publishedThrough) {

    /** The turn ends with the transaction. It is no lock on the lane's row, which belongs to who writes. */
    private static final String TURN = "SELECT pg_advisory_xact_lock('lane'::regclass::oid::int, hashtext(?))";

    private static final String POSITION = "SELECT published_through FROM lane WHERE name = ?";
    /** Sizes are known without the values being read. */
    private static final String READ = """
            SELECT topic, key, value, headers, through FROM (
                SELECT *, sum(size) OVER (ORDER BY sequence) AS through FROM (
                    SELECT sequence, topic, key, value, headers, coalesce(octet_length(key), 0)
                        + coalesce(octet_length(value), 0) + pg_column_size(headers) AS size
                    FROM outbox WHERE lane = ? AND sequence > ? ORDER BY sequence LIMIT ?) next) round
            WHERE through - size < ? ORDER BY sequence""";

    private static final String DELETE = "DELETE FROM outbox WHERE lane = ? AND sequence <= ?";
    private static final String ADVANCE = "UPDATE lane SET published_through = ? WHERE name = ?";
    private static final String UNPUBLISHED =
            "SELECT name, published_through FROM lane WHERE published_through < outbox_end ORDER BY name";

    /** Waits until nobody else publishes the lane. */
    static OutboxRows inTurn(Connection connection, String lane) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement(TURN);
                PreparedStatement position = connection.prepareStatement(POSITION)) {
            turn.setString(1, lane);
            turn.execute();
            position.setString(1, lane);
            try (ResultSet row = position.executeQuery()) {
                return new OutboxRows(connection, lane, row.next() ? row.getLong(1) : 0);
            }
        }
    }

    /**
     * What is sent together.
     *
     * @param more whether a bound was reached, so that there may be more
     */
    record Round(List<OutboxEvent> events, boolean more) {}

    /** At least one event, if there is any; the one that reaches the bound of bytes is the last. */
    Round read(int eventsMax, long bytesMax) throws SQLException {
        List<OutboxEvent> events = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, lane);
            select.setLong(2, publishedThrough);
            select.setInt(3, eventsMax);
            select.setLong(4, bytesMax);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[][] pairs = (byte[][]) row.getArray(4).getArray();
                    events.add(new OutboxEvent(row.getString(1), row.getBytes(2), row.getBytes(3), headers(pairs)));
                    bytes = row.getLong(5);
                }
            }
        }
        return new Round(events, events.size() == eventsMax || bytes >= bytesMax);
    }

    void published(int count) throws SQLException {
        long through = publishedThrough + count;
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            delete.setString(1, lane);
            delete.setLong(2, through);
            delete.executeUpdate();
            advance.setLong(1, through);
            advance.setString(2, lane);
            advance.executeUpdate();
        }
    }

    static Map<String, Long> unpublishedLanes(Connection connection) throws SQLException {
        Map<String, Long> lanes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(UNPUBLISHED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lanes.put(row.getString(1), row.getLong(2));
            }
        }
        return lanes;
    }

    private static Map<String, String> headers(byte[][] pairs) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(new String(pairs[i], StandardCharsets.UTF_8), new String(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return headers;
    }
}
