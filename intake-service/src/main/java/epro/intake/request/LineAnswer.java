package epro.intake.request;

import epro.support.problem.ProblemException;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line of a batch; what is not known, or not so, is null.
 *
 * @param line from 1 on
 * @param status as if it had come alone: 202 once the log has it
 * @param submissionId as far as it could be known
 * @param submissionKey under which it stands, or would; known once its patient is
 * @param code why it was refused
 * @param pointer where in the line
 * @param retryAfter in seconds; where it is worth trying again
 */
record LineAnswer(
        int line,
        int status,
        @Nullable String submissionId,
        @Nullable UUID submissionKey,
        @Nullable String code,
        @Nullable String pointer,
        @Nullable Long retryAfter) {
    private static final int ACCEPTED = 202;

    static LineAnswer accepted(int line, Receipt receipt) {
        return new LineAnswer(line, ACCEPTED, receipt.submissionId(), receipt.submissionKey(), null, null, null);
    }

    static LineAnswer refused(
            int line, @Nullable String submissionId, @Nullable UUID submissionKey, ProblemException refusal) {
        OptionalLong wait = refusal.retryAfterSeconds();
        return new LineAnswer(
                line,
                refusal.status().value(),
                submissionId,
                submissionKey,
                refusal.code(),
                refusal.members().get("pointer") instanceof String pointer ? pointer : null,
                wait.isPresent() ? wait.getAsLong() : null);
    }
}
