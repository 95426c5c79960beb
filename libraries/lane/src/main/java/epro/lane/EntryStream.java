package epro.lane;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * A lane's rows of {@code audit_entry}, copied out in PostgreSQL's binary format: the server goes on reading while the last ones are
 * looked at, where a cursor would wait for each page to be asked for; and there are no times or hex to be parsed.
 */
final class EntryStream {

    private static final String COPY = """
            COPY (
                SELECT sequence, action, actor, entity, content_hash, device_time, received_at, recorded_at,
                    topic_id, partition, record_offset, detail, canonical, hash
                FROM audit_entry WHERE lane = :lane ORDER BY sequence)
            TO STDOUT (FORMAT binary)""";

    private static final int BUFFER = 1 << 16;
    private static final int SIGNATURE_AND_FLAGS = 11 + Integer.BYTES;
    private static final int NO_MORE = -1;

    /** From which times are counted, in microseconds; the ends of what a long can say are the infinities. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String lane;
    private final DataInputStream in;

    private EntryStream(String lane, DataInputStream in) {
        this.lane = lane;
        this.in = in;
    }

    /** Hands over all entries in their order; the connection does nothing else meanwhile. */
    static void read(Connection connection, String lane, Consumer<StoredEntry> reader) throws SQLException {
        PGConnection database = connection.unwrap(PGConnection.class);
        String copy = COPY.replace(":lane", "'" + database.escapeLiteral(lane) + "'");
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new PGCopyInputStream(database, copy), BUFFER))) {
            new EntryStream(lane, in).readAll(reader);
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException("The copy broke off", e);
        }
    }

    private void readAll(Consumer<StoredEntry> reader) throws IOException {
        in.skipNBytes(SIGNATURE_AND_FLAGS);
        in.skipNBytes(in.readInt());
        while (in.readShort() != NO_MORE) {
            reader.accept(entry());
        }
    }

    private StoredEntry entry() throws IOException {
        long sequence = Objects.requireNonNull(number());
        AuditFact fact = new AuditFact(
                required(text()),
                required(text()),
                required(text()),
                text(),
                text(),
                time(),
                Objects.requireNonNullElse(time(), Instant.EPOCH),
                position(),
                required(text()));
        return new StoredEntry(lane, sequence, fact, hashed(), hashed());
    }

    private @Nullable Position position() throws IOException {
        String topicId = text();
        Long partition = number();
        return Position.ofColumns(topicId, partition == null ? null : partition.intValue(), number());
    }

    /** Only somebody who took the column's constraint away can have left it empty; nothing empty was ever hashed so. */
    private static String required(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** As above. */
    private byte[] hashed() throws IOException {
        byte[] bytes = bytes();
        return bytes == null ? new byte[0] : bytes;
    }

    private @Nullable Instant time() throws IOException {
        Long micros = number();
        if (micros == null) {
            return null;
        }
        if (micros == Long.MAX_VALUE) {
            return Instant.MAX;
        }
        return micros == Long.MIN_VALUE ? Instant.MIN : EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private @Nullable String text() throws IOException {
        byte[] bytes = bytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private @Nullable Long number() throws IOException {
        return switch (in.readInt()) {
            case Integer.BYTES -> (long) in.readInt();
            case Long.BYTES -> in.readLong();
            default -> null;
        };
    }

    private byte @Nullable [] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
