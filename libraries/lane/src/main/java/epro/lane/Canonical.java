package epro.lane;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that say one thing only: every field is its length (4 bytes, big-endian; -1 for none) and then its bytes, text in
 * UTF-8, numbers in 8 bytes, times in microseconds since 1970 UTC.
 */
final class Canonical {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

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
        try {
            out.writeInt(value == null ? -1 : Long.BYTES);
            if (value != null) {
                out.writeLong(value.longValue());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Canonical time(@Nullable Instant value) {
        return number(value == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    Canonical bytes(byte @Nullable [] value) {
        try {
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
