package epro.lane;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened, before it has a place in a chain.
 *
 * @param entity the submission key, or the record's place where it could not be read
 * @param deviceTime as the device said it, with its offset
 * @param receivedAt when intake took it
 * @param recordedAt when it was stored
 * @param detail canonical JSON, {@code {}} if there is none
 */
public record AuditFact(
        String action,
        String actor,
        String entity,
        @Nullable String contentHash,
        @Nullable String deviceTime,
        @Nullable Instant receivedAt,
        Instant recordedAt,
        @Nullable Position position,
        String detail) {}
