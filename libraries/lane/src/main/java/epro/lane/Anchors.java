package epro.lane;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks up, in groups, whether the entries that checkpoints name are there with the hashes that they name. */
final class Anchors {

    private static final int GROUP = 1_000;
    private static final String STORED = """
            SELECT named.lane, named.sequence, e.hash IS NULL
            FROM unnest(?::text[], ?::bigint[], ?::text[]) WITH ORDINALITY AS named(lane, sequence, hash, place)
            LEFT JOIN audit_entry e ON e.lane = named.lane AND e.sequence = named.sequence
            WHERE e.hash IS NULL OR encode(e.hash, 'hex') <> named.hash ORDER BY named.place""";

    private final Connection connection;
    private final Consumer<ChainFinding> findings;
    private final Map<String, ChainHead> newest = new TreeMap<>();
    private final List<ChainHead> waiting = new ArrayList<>(GROUP);

    Anchors(Connection connection, Consumer<ChainFinding> findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** A lane that has not moved since the checkpoint before is not looked up again. */
    void add(ChainHead head) throws SQLException {
        if (head.equals(newest.get(head.lane()))) {
            return;
        }
        newest.merge(head.lane(), head, (known, next) -> next.sequence() > known.sequence() ? next : known);
        waiting.add(head);
        if (waiting.size() == GROUP) {
            flush();
        }
    }

    Map<String, Long> newest() {
        Map<String, Long> sequences = new TreeMap<>();
        newest.forEach((lane, head) -> sequences.put(lane, head.sequence()));
        return sequences;
    }

    void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setArray(1, connection.createArrayOf("text", column(ChainHead::lane)));
            select.setArray(2, connection.createArrayOf("bigint", column(ChainHead::sequence)));
            select.setArray(3, connection.createArrayOf("text", column(ChainHead::hash)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    report(row);
                }
            }
        }
        waiting.clear();
    }

    private void report(ResultSet row) throws SQLException {
        boolean missing = row.getBoolean(3);
        findings.accept(new ChainFinding(
                row.getString(1),
                row.getLong(2),
                missing ? ChainFault.ANCHORED_ENTRY_MISSING : ChainFault.ANCHORED_ENTRY_DIFFERS));
    }

    private Object[] column(Function<ChainHead, ?> value) {
        return waiting.stream().map(value).toArray();
    }
}
