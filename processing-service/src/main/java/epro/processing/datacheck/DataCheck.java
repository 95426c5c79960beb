package epro.processing.datacheck;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data check as its readers see it.
 *
 * @param compared how many of each kind were compared; null is what could not be compared yet
 * @param findings the first of each code
 * @param found how many there are of each code
 * @param failure why it failed, if it did
 */
record DataCheck(
        UUID dataCheckId,
        DataCheckState state,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String stage,
        Map<String, @Nullable Long> compared,
        List<Finding> findings,
        Map<String, Long> found,
        @Nullable String failure) {}
