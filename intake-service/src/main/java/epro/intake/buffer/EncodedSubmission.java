package epro.intake.buffer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A submission as it goes to the log; its text form shows the key only.
 *
 * @param patientKey whose text is the record's key
 * @param value the whole array behind it is the record's value
 */
public record EncodedSubmission(
        UUID submissionKey,
        UUID patientKey,
        String contentHash,
        Instant receivedAt,
        ByteBuffer value,
        Map<String, String> headers) {
    private static final int KEY_BYTES = 36;

    public EncodedSubmission {
        headers = Map.copyOf(headers);
    }

    /** Key, value and headers. */
    public long bytes() {
        long size = KEY_BYTES + (long) value.remaining();
        for (var header : headers.entrySet()) {
            size += length(header.getKey()) + (long) length(header.getValue());
        }
        return size;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return "EncodedSubmission[" + submissionKey + "]";
    }
}
