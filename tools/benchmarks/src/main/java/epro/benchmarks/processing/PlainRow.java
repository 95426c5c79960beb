package epro.benchmarks.processing;

import java.time.OffsetDateTime;

/** A valid submission as it is stored, JSON as text. */
record PlainRow(
        String submissionKey,
        String formId,
        String formVersion,
        String contentHash,
        String context,
        String answers,
        String cleaned,
        String issues,
        int partition,
        long offset,
        OffsetDateTime receivedAt) {}
