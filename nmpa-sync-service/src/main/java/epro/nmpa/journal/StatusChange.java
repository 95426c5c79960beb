package epro.nmpa.journal;

import epro.nmpa.status.RegisterStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial's status is another than before.
 *
 * @param sequence the how manyth change of this trial, from 1
 * @param before null if none was known
 * @param runId the run that found it
 */
public record StatusChange(
        String registrationNumber, int sequence, @Nullable RegisterStatus before, RegisterStatus now, UUID runId) {}
