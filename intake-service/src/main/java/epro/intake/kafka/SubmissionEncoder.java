package epro.intake.kafka;

import epro.intake.buffer.EncodedSubmission;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/** Makes the record that goes to the log: key, value and CloudEvents headers. */
public final class SubmissionEncoder {
    private static final String TYPE = "epro.submission.received.v1";
    private static final String SOURCE = "/epro/intake-service";

    private final RecordCodec codec;
    private final Preparation preparation;

    SubmissionEncoder(RecordCodec codec, Preparation preparation) {
        this.codec = codec;
        this.preparation = preparation;
    }

    /** The submission in bytes; empty as long as the schema's id or the topic's metadata are not there. */
    public Optional<EncodedSubmission> encode(SubmissionReceived event, String traceparent) {
        if (!preparation.done()) {
            return Optional.empty();
        }
        var headers =
                new LinkedHashMap<>(CloudEventHeaders.of(event.getSubmissionKey(), TYPE, SOURCE, event.getReceivedAt())
                        .asMap());
        headers.put("traceparent", traceparent);
        return Optional.of(new EncodedSubmission(
                UUID.fromString(event.getSubmissionKey()),
                UUID.fromString(event.getPatientKey()),
                event.getContentHash(),
                event.getReceivedAt(),
                ByteBuffer.wrap(codec.encode(Topics.SUBMISSIONS, event)),
                headers));
    }
}
