package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import epro.support.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The words in which tests say that a step refuses. */
final class Refused {

    private Refused() {}

    static void assertRefused(ThrowingCallable step, int status, String code) {
        var refusal = catchThrowableOfType(ProblemException.class, step);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.status().value()).isEqualTo(status);
    }

    static void assertRefused(ThrowingCallable step, int status, String code, String pointer) {
        assertRefused(step, status, code);
        assertThat(catchThrowableOfType(ProblemException.class, step).members()).containsEntry("pointer", pointer);
    }
}
