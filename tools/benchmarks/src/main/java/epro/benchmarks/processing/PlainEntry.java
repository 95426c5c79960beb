package epro.benchmarks.processing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of a plain chain: SHA-256 over the previous one's hash and all that it says. */
final class PlainEntry {
    private static final String ENTRIES = """
            SELECT e.chain, e.sequence, e.submission_key, e.content_hash, e.partition, e.record_offset, e.recorded_at, e.hash,
                c.sequence, c.hash
            FROM SCHEMA.audit_entry e JOIN SCHEMA.chain c ON c.chain = e.chain ORDER BY e.chain, e.sequence""";

    private final long sequence;
    private final Said said;
    private final byte[] hash;

    PlainEntry(long sequence, Said said, byte[] hash) {
        this.sequence = sequence;
        this.said = said;
        this.hash = hash.clone();
    }

    /** What is recorded of a record. */
    record Said(String submissionKey, String contentHash, int partition, long offset, Instant recordedAt) {}

    /** The entry behind one of this sequence and hash. */
    static PlainEntry next(long sequence, byte[] hash, PlainRow row, Instant now) {
        Said said = new Said(
                row.submissionKey(),
                row.contentHash(),
                row.partition(),
                row.offset(),
                now.truncatedTo(ChronoUnit.MICROS));
        return new PlainEntry(sequence + 1, said, link(hash, sequence + 1, said));
    }

    Said said() {
        return said;
    }

    byte[] hash() {
        return hash.clone();
    }

    void bind(PreparedStatement append, int chain) throws SQLException {
        append.setInt(1, chain);
        append.setLong(2, sequence);
        append.setString(3, said.submissionKey());
        append.setString(4, said.contentHash());
        append.setInt(5, said.partition());
        append.setLong(6, said.offset());
        append.setObject(7, OffsetDateTime.ofInstant(said.recordedAt(), ZoneOffset.UTC));
        append.setBytes(8, hash);
    }

    static byte[] link(byte[] previous, long sequence, Said said) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
        digest.update((said.submissionKey() + said.contentHash()).getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(said.partition())
                .putLong(said.offset())
                .flip());
        digest.update(said.recordedAt().toString().getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    /** Whether there are so many entries, all linked, and each chain's last is its head. */
    static boolean hold(Connection connection, String schema, long entries) throws SQLException {
        long found = 0;
        Map<Integer, PlainEntry> last = new HashMap<>();
        Map<Integer, Boolean> ends = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ENTRIES.replace("SCHEMA", schema));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                PlainEntry entry = new PlainEntry(row.getLong(2), said(row), row.getBytes(8));
                if (!entry.follows(last.put(row.getInt(1), entry))) {
                    return false;
                }
                ends.put(
                        row.getInt(1), entry.sequence == row.getLong(9) && Arrays.equals(entry.hash, row.getBytes(10)));
                found++;
            }
        }
        return found == entries && !ends.containsValue(false);
    }

    /** Whether this stands right behind the other, or first where there is none. */
    boolean follows(@Nullable PlainEntry before) {
        long place = before == null ? 1 : before.sequence + 1;
        byte[] previous = before == null ? new byte[0] : before.hash;
        return sequence == place && Arrays.equals(hash, link(previous, sequence, said));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
