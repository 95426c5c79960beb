package epro.nmpa.trial;

import epro.nmpa.status.RegisterStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a trial.
 *
 * @param status null until the register has said anything
 * @param confirmedAt when the register last said so
 * @param quarantinedAt since when the register says that it has no such trial
 * @param changes how often its status has changed, the first included
 */
public record Trial(
        String registrationNumber,
        @Nullable RegisterStatus status,
        @Nullable Instant confirmedAt,
        @Nullable Instant quarantinedAt,
        int changes) {}
