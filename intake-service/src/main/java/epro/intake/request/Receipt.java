package epro.intake.request;

import java.time.Instant;
import java.util.UUID;

/** The body of a 202: where in the log the submission stands. */
public record Receipt(
        String submissionId,
        UUID submissionKey,
        Instant receivedAt,
        String topic,
        int partition,
        long offset,
        boolean repeated) {}
