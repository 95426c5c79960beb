package epro.lane;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final int COLUMNS = 14;
    private static final int NO_MORE = -1;
    private static final int NULL = -1;

    /** From which times are counted, in microseconds; the ends of what a long can say are the infinities. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String lane;
    private final DataInputStream in;

    private EntryStream(String lane, DataInputStream in) {
        this.lane = lane;
        this.in = in;
    }

    /**
     * Hands over all entries in their order; the connection does nothing else meanwhile. Where the reader throws, what is still to come is
     * cancelled and read away, so that the connection can be used again, in another transaction.
     */
    static void read(Connection connection, String lane, Consumer<StoredEntry> reader) throws SQLException {
        PGConnection database = connection.unwrap(PGConnection.class);
        String copy = COPY.replace(":lane", "'" + database.escapeLiteral(lane) + "'");
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new PGCopyInputStream(database, copy), BUFFER))) {
            try {
                new EntryStream(lane, in).readAll(reader);
            } catch (RuntimeException | Error e) {
                giveUp(database, in);
                throw e;
            }
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException("The copy broke off", e);
        }
    }

    /** The driver only asks for an end, and would take what comes until then for the answer to the next statement. */
    private static void giveUp(PGConnection database, DataInputStream in) throws SQLException {
        database.cancelQuery();
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // This is how the server says that it has stopped.
        }
    }

    private void readAll(Consumer<StoredEntry> reader) throws IOException {
        in.skipNBytes(SIGNATURE_AND_FLAGS);
        in.skipNBytes(in.readInt());
        for (short columns = in.readShort(); columns != NO_MORE; columns = in.readShort()) {
            if (columns != COLUMNS) {
                throw new IOException("a row of " + columns + " columns");
            }
            reader.accept(entry());
        }
    }

    private StoredEntry entry() throws IOException {
        long sequence = Objects.requireNonNullElse(number(), 0L);
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

    /** Only somebody who took a column's constraint away can have left it empty; it is none that was ever hashed. */
    private static String required(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

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
        int length = in.readInt();
        return switch (length) {
            case Integer.BYTES -> (long) in.readInt();
            case Long.BYTES -> in.readLong();
            case NULL -> null;
            default -> throw new IOException("a number of " + length + " bytes");
        };
    }

    private byte @Nullable [] bytes() throws IOException {
        int length = in.readInt();
        if (length == NULL) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
