package epro.intake.buffer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Submissions for tests, told apart by number. */
final class Submissions {
    static final int VALUE_BYTES = 1_000;

    private Submissions() {}

    static EncodedSubmission number(long number) {
        return number(number, "content");
    }

    static EncodedSubmission number(long number, String content) {
        return of(number, content, VALUE_BYTES);
    }

    static EncodedSubmission of(long number, String content, int valueBytes) {
        return new EncodedSubmission(
                new UUID(1, number),
                new UUID(2, number),
                content,
                Instant.EPOCH,
                ByteBuffer.wrap(new byte[valueBytes]),
                Map.of());
    }
}
