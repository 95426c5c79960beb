package epro.lane;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that say one thing only: every field is its length (4 bytes, big-endian; -1 for none) and then its bytes, text in
 * UTF-8, numbers in 8 bytes, times in microseconds since 1970 UTC.
 */
final class Canonical {

    private static final int NONE = -1;

    private ByteBuffer bytes = ByteBuffer.allocate(512);

    /**
     * Begins with a purpose.
     *
     * @param purpose keeps bytes made for one purpose from being taken for another's
     */
    Canonical(String purpose) {
        text(purpose);
    }

    /** The link before a lane's first entry: it binds the chain to the lane's name. */
    static byte[] genesis(String lane) {
        return sha256(new Canonical("epro.lane.genesis.v1").text(lane).toBytes());
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    Canonical text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    Canonical number(@Nullable Number value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value.longValue());
        return this;
    }

    Canonical time(@Nullable Instant value) {
        return number(value == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    Canonical bytes(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private Canonical none() {
        room(Integer.BYTES).putInt(NONE);
        return this;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), more));
            bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
        }
        return bytes;
    }
}
