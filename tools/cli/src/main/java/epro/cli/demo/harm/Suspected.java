package epro.cli.demo.harm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A suspected adverse event at its highest revision.
 *
 * @param submissionId of the submission that it was found in
 * @param grade the composite grade, or {@code none}
 * @param sources RULE, MODEL or both
 * @param detectedAt when it was first found
 */
public record Suspected(
        UUID aeId, String submissionId, String grade, String urgency, List<String> sources, Instant detectedAt) {

    @Override
    public String toString() {
        return "Suspected[" + aeId + "]";
    }
}
