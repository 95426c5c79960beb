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

/** The rows of {@code outbox} that a lane still has to publish. */
final class OutboxRows {

    private static final String READ = """
            SELECT topic, key, value, headers FROM outbox WHERE lane = ? AND sequence > ? ORDER BY sequence LIMIT ?""";
    private static final String DELETE = "DELETE FROM outbox WHERE lane = ? AND sequence <= ?";
    private static final String ADVANCE = "UPDATE lane SET published_through = ? WHERE name = ?";
    private static final String UNPUBLISHED =
            "SELECT name FROM lane WHERE published_through < outbox_end ORDER BY name";

    private OutboxRows() {}

    static List<OutboxEvent> read(Connection connection, LaneHead head, int atMost) throws SQLException {
        List<OutboxEvent> events = new ArrayList<>();
        if (head.publishedThrough() == head.outboxEnd()) {
            return events;
        }
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, head.lane());
            select.setLong(2, head.publishedThrough());
            select.setInt(3, atMost);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[][] pairs = (byte[][]) row.getArray(4).getArray();
                    events.add(new OutboxEvent(row.getString(1), row.getBytes(2), row.getBytes(3), headers(pairs)));
                }
            }
        }
        return events;
    }

    static void published(Connection connection, LaneHead head, int count) throws SQLException {
        long through = head.publishedThrough() + count;
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            delete.setString(1, head.lane());
            delete.setLong(2, through);
            delete.executeUpdate();
            advance.setLong(1, through);
            advance.setString(2, head.lane());
            advance.executeUpdate();
        }
    }

    static List<String> unpublishedLanes(Connection connection) throws SQLException {
        List<String> lanes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(UNPUBLISHED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lanes.add(row.getString(1));
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
