package epro.processing.datacheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds rows at places where no lane has been. */
record StrayRowCheck(Connection connection, List<LaneRow> lanes, Progress progress) {

    void run() throws SQLException, InterruptedException {
        for (ProvenTable table : ProvenTable.ALL) {
            Interruption.check();
            find(table);
        }
    }

    private void find(ProvenTable table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql(table))) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", lanes.stream().map(LaneRow::topicId).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int", lanes.stream().map(LaneRow::partition).toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", lanes.stream().map(LaneRow::nextOffset).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String place = row.getString(1) + "/" + row.getInt(2) + "/" + row.getLong(3);
                    progress.found(Code.ROW_WITHOUT_ENTRY, row.getString(4), table.name() + " at " + place);
                }
            }
        }
    }

    /** Steps from partition to partition through the index, whatever the number of rows. */
    private static String sql(ProvenTable table) {
        return """
                WITH RECURSIVE place AS (
                    (SELECT topic_id, partition FROM %1$s ORDER BY topic_id, partition LIMIT 1)
                    UNION ALL
                    SELECT next.topic_id, next.partition FROM place, LATERAL (
                        SELECT topic_id, partition FROM %1$s
                        WHERE (topic_id, partition) > (place.topic_id, place.partition)
                        ORDER BY topic_id, partition LIMIT 1) next),
                reached AS (SELECT * FROM unnest(?::text[], ?::int[], ?::bigint[]) AS r(topic_id, partition, next_offset))
                SELECT found.topic_id, found.partition, found.record_offset, found.subject
                FROM place LEFT JOIN reached USING (topic_id, partition), LATERAL (
                    SELECT stray.*, %2$s AS subject FROM %1$s stray
                    WHERE stray.topic_id = place.topic_id AND stray.partition = place.partition
                        AND stray.record_offset >= coalesce(reached.next_offset, 0)
                    ORDER BY stray.record_offset LIMIT %3$d) found""".formatted(table.name(), table.subject(), Progress.LISTED + 1);
    }
}
