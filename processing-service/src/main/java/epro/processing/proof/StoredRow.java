package epro.processing.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link StoredTable}, each value as its canonical text: times in UTC with microseconds, bytes in
 * lower-case hex.
 */
public final class StoredRow {
    private static final int ABSENT = -1;

    private final StoredTable table;
    private final List<@Nullable String> values;
    private @Nullable String hash;

    StoredRow(StoredTable table, List<@Nullable String> values) {
        this.table = table;
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public StoredTable table() {
        return table;
    }

    List<@Nullable String> values() {
        return values;
    }

    /**
     * SHA-256, lower-case hex, over the table's name and the values in order, each as a four-byte big-endian length and
     * its UTF-8 bytes; an absent value is the length -1. Reckoned once: row and audit entry both want it.
     */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = reckoned();
            hash = known;
        }
        return known;
    }

    private String reckoned() {
        MessageDigest digest = sha256();
        update(digest, table.table());
        values.forEach(value -> update(digest, value));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, @Nullable String value) {
        if (value == null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "StoredRow[" + table.table() + "]";
    }
}
