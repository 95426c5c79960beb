package epro.lane;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The checkpoints that a service keeps beside its chains, on the caller's connection. */
public final class Checkpoints {

    private static final String COLUMNS = """
            SELECT service, epoch, number, previous_root, root, signed_at, key_fingerprint, public_key, signature,
                ARRAY(SELECT head ->> 'lane' FROM json_array_elements(heads) head) AS lanes,
                ARRAY(SELECT (head ->> 'sequence')::bigint FROM json_array_elements(heads) head) AS sequences,
                ARRAY(SELECT head ->> 'hash' FROM json_array_elements(heads) head) AS hashes
            FROM audit_checkpoint WHERE service = ?""";
    private static final String LAST = COLUMNS + " ORDER BY epoch DESC, number DESC LIMIT 1";
    private static final String AFTER = COLUMNS + " AND (epoch, number) > (?, ?) ORDER BY epoch, number LIMIT ?";
    private static final String INSERT = """
            INSERT INTO audit_checkpoint (service, epoch, number, previous_root, root, signed_at, key_fingerprint,
                public_key, signature, heads)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?,
                coalesce(json_agg(json_build_object('lane', lane, 'sequence', sequence, 'hash', hash)), '[]')
            FROM unnest(?::text[], ?::bigint[], ?::text[]) AS head(lane, sequence, hash)""";
    private static final String HELD = """
            SELECT EXISTS (SELECT 1 FROM audit_checkpoint WHERE service = ? AND epoch = ? AND number = ? AND root = ?)""";
    private static final String HEADS = "SELECT name, sequence, hash FROM lane WHERE sequence > 0 ORDER BY name";

    private Checkpoints() {}

    /** How far the chains have grown that have an entry at all, by name. */
    public static List<ChainHead> heads(Connection connection) throws SQLException {
        List<ChainHead> heads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                heads.add(new ChainHead(
                        row.getString(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3))));
            }
        }
        return heads;
    }

    public static Optional<Checkpoint> last(Connection connection, String service) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, service);
            return read(select).stream().findFirst();
        }
    }

    /** Whether this very checkpoint is among them. */
    public static boolean hold(Connection connection, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HELD)) {
            select.setString(1, checkpoint.service());
            select.setInt(2, checkpoint.epoch());
            select.setLong(3, checkpoint.number());
            select.setString(4, checkpoint.root());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The next checkpoints after the one with this epoch and number, in order. */
    public static List<Checkpoint> after(Connection connection, String service, int epoch, long number)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setString(1, service);
            select.setInt(2, epoch);
            select.setLong(3, number);
            select.setInt(4, 500);
            return read(select);
        }
    }

    public static void insert(Connection connection, Checkpoint checkpoint) throws SQLException {
        List<ChainHead> heads = checkpoint.heads();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, checkpoint.service());
            insert.setInt(2, checkpoint.epoch());
            insert.setLong(3, checkpoint.number());
            insert.setString(4, checkpoint.previousRoot());
            insert.setString(5, checkpoint.root());
            insert.setObject(6, checkpoint.signedAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, checkpoint.keyFingerprint());
            insert.setString(8, checkpoint.publicKey());
            insert.setString(9, checkpoint.signature());
            insert.setArray(
                    10,
                    connection.createArrayOf(
                            "text", heads.stream().map(ChainHead::lane).toArray()));
            insert.setArray(
                    11,
                    connection.createArrayOf(
                            "bigint", heads.stream().map(ChainHead::sequence).toArray()));
            insert.setArray(
                    12,
                    connection.createArrayOf(
                            "text", heads.stream().map(ChainHead::hash).toArray()));
            insert.executeUpdate();
        }
    }

    private static List<Checkpoint> read(PreparedStatement select) throws SQLException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                checkpoints.add(new Checkpoint(
                        row.getString("service"),
                        row.getInt("epoch"),
                        row.getLong("number"),
                        row.getString("previous_root"),
                        row.getString("root"),
                        chainHeads(row),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                        row.getString("key_fingerprint"),
                        row.getString("public_key"),
                        row.getString("signature")));
            }
        }
        return checkpoints;
    }

    private static List<ChainHead> chainHeads(ResultSet row) throws SQLException {
        String[] lanes = (String[]) row.getArray("lanes").getArray();
        Long[] sequences = (Long[]) row.getArray("sequences").getArray();
        String[] hashes = (String[]) row.getArray("hashes").getArray();
        List<ChainHead> heads = new ArrayList<>(lanes.length);
        for (int i = 0; i < lanes.length; i++) {
            heads.add(new ChainHead(lanes[i], sequences[i], hashes[i]));
        }
        return heads;
    }
}
