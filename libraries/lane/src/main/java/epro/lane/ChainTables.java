package epro.lane;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The chains in the database, on the caller's connection, whose transaction should be REPEATABLE READ if writers are at work.
 * Entries stream through: memory does not grow with the chain.
 */
public final class ChainTables implements ChainSource {

    private static final String LANES = """
            WITH RECURSIVE chained AS (
                (SELECT lane FROM audit_entry ORDER BY lane LIMIT 1)
                UNION ALL
                SELECT (SELECT lane FROM audit_entry WHERE lane > chained.lane ORDER BY lane LIMIT 1)
                FROM chained WHERE chained.lane IS NOT NULL)
            SELECT lane FROM chained WHERE lane IS NOT NULL UNION SELECT name FROM lane ORDER BY 1""";
    private static final String HEAD = "SELECT sequence, hash FROM lane WHERE name = ?";
    private static final String STORED = """
            SELECT named.place, e.hash IS NULL
            FROM unnest(?::text[], ?::bigint[], ?::text[]) WITH ORDINALITY AS named(lane, sequence, hash, place)
            LEFT JOIN audit_entry e ON e.lane = named.lane AND e.sequence = named.sequence
            WHERE e.hash IS NULL OR encode(e.hash, 'hex') <> named.hash""";

    private final Connection connection;

    public ChainTables(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Chains can be streamed only within a transaction");
        }
        this.connection = connection;
    }

    @Override
    public List<String> lanes() throws SQLException {
        List<String> lanes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LANES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lanes.add(row.getString(1));
            }
        }
        return lanes;
    }

    @Override
    public void entries(String lane, Consumer<StoredEntry> reader) throws SQLException {
        EntryStream.read(connection, lane, reader);
    }

    @Override
    public Optional<ChainHead> head(String lane) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setString(1, lane);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ChainHead(
                                lane, row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    @Override
    public Map<Integer, ChainFault> lookUp(List<ChainHead> named) throws SQLException {
        Map<Integer, ChainFault> faults = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setArray(1, connection.createArrayOf("text", column(named, ChainHead::lane)));
            select.setArray(2, connection.createArrayOf("bigint", column(named, ChainHead::sequence)));
            select.setArray(3, connection.createArrayOf("text", column(named, ChainHead::hash)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean missing = row.getBoolean(2);
                    faults.put(
                            row.getInt(1) - 1,
                            missing ? ChainFault.ANCHORED_ENTRY_MISSING : ChainFault.ANCHORED_ENTRY_DIFFERS);
                }
            }
        }
        return faults;
    }

    private static Object[] column(List<ChainHead> named, Function<ChainHead, ?> value) {
        return named.stream().map(value).toArray();
    }
}
