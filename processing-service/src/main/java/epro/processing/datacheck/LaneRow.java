package epro.processing.datacheck;

import epro.schemas.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a lane has come. */
record LaneRow(
        String name,
        @Nullable String topic,
        @Nullable String topicId,
        int partition,
        long nextOffset,
        long outboxEnd,
        long publishedThrough) {

    private static final String SELECT = """
            SELECT name, topic, topic_id, partition, next_offset, outbox_end, published_through FROM lane ORDER BY name""";

    static List<LaneRow> all(Connection connection) throws SQLException {
        List<LaneRow> lanes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lanes.add(new LaneRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
        }
        return lanes;
    }

    boolean followsSubmissions() {
        return Topics.SUBMISSIONS.equals(topic);
    }

    /** The name of one of its offsets. */
    String place(long offset) {
        return topic + "/" + partition + "/" + offset;
    }
}
