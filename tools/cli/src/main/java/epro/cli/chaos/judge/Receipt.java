package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The audit entry of a consumed record. */
record Receipt(
        Instant recordedAt,
        Place place,
        String lane,
        long sequence,
        String action,
        String entity,
        @Nullable String contentHash) {}
