package epro.processing.datacheck;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Some offsets of one partition.
 *
 * @param to the first that is not among them
 */
record OffsetRange(LaneRow lane, long from, long to) {

    /** Binds topic id, partition, from, to as the first four parameters. */
    void bind(PreparedStatement select) throws SQLException {
        select.setString(1, lane.topicId());
        select.setInt(2, lane.partition());
        select.setLong(3, from);
        select.setLong(4, to);
    }

    long size() {
        return to - from;
    }
}
