package epro.intake.buffer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Submissions for tests, told apart by number. */
final class Submissions {
    static final int VALUE_BYTES = 1_000;

    private Submissions() {}

    /** Room for so many, and a memory of three. */
    static BufferSettings room(int capacity, DataSize bytesMax) {
        return new BufferSettings(capacity, bytesMax, 3, Duration.ofMinutes(10));
    }

    static EncodedSubmission number(long number) {
        return number(number, "content");
    }

    static EncodedSubmission number(long number, String content) {
        return of(number, content, VALUE_BYTES);
    }

    static EncodedSubmission of(long number, String content, int valueBytes) {
        return at(Instant.EPOCH, number, content, valueBytes);
    }

    static EncodedSubmission at(Instant receivedAt, long number, String content, int valueBytes) {
        return new EncodedSubmission(
                new UUID(1, number),
                new UUID(2, number),
                content,
                receivedAt,
                ByteBuffer.wrap(new byte[valueBytes]),
                Map.of());
    }
}
