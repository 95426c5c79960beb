package epro.cli.demo;

import epro.cli.submission.Answer.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts in the database what became of the records that stand in the log from some offsets on; reads only. */
final class DatabaseBooks {

    private static final String SINCE = " x join unnest(?::int[], ?::bigint[]) as base(partition, first)"
            + " on x.partition = base.partition and x.record_offset >= base.first where x.topic_id = ? ";
    private static final String FIRST_REASON =
            "(select r->>'code' from json_array_elements(x.reasons) r where upper(r->>'severity') = 'ERROR' limit 1)";

    private final Connection connection;
    private final LogEnds since;

    DatabaseBooks(Connection connection, LogEnds since) {
        this.connection = connection;
        this.since = since;
    }

    Stored count() throws SQLException {
        return new Stored(
                receipts(),
                number("select count(*) from crf_record" + SINCE),
                counts("select " + FIRST_REASON + ", count(*) from rejection" + SINCE + "group by 1"),
                number("select count(*) from conflict" + SINCE),
                number("select count(*) from quarantine" + SINCE),
                number("select count(*) from (select from audit_entry" + SINCE
                        + "and x.action in ('STORED', 'REJECTED') group by x.entity having count(*) > 1) made"),
                number("select coalesce(sum(times - 1), 0) from (select count(*) as times from audit_entry" + SINCE
                        + "group by x.entity, x.received_at having count(*) > 1) again"));
    }

    long entries() throws SQLException {
        return number("select count(*) from audit_entry" + SINCE);
    }

    private Map<Place, String> receipts() throws SQLException {
        Map<Place, String> receipts = new HashMap<>();
        String sql = "select x.partition, x.record_offset, x.action from audit_entry" + SINCE;
        try (PreparedStatement query = since(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                receipts.put(new Place(rows.getInt(1), rows.getLong(2)), rows.getString(3));
            }
        }
        return receipts;
    }

    private Map<String, Long> counts(String sql) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (PreparedStatement query = since(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counts.put(String.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = since(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private PreparedStatement since(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setArray(
                1, connection.createArrayOf("int4", since.submissions().keySet().toArray()));
        query.setArray(
                2, connection.createArrayOf("int8", since.submissions().values().toArray()));
        query.setString(3, since.topicId());
        return query;
    }
}
