package epro.intake.request;

import epro.support.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * How much of a body is taken, and how slowly it may come.
 *
 * @param bytesMax packed and unpacked
 * @param timeMax from its first byte to its last
 */
record BodyBounds(int bytesMax, Duration timeMax) {

    ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A body may have at most " + bytesMax + " bytes.");
    }

    ProblemException tooSlow() {
        return new ProblemException(
                HttpStatus.REQUEST_TIMEOUT,
                "request-timeout",
                "The body did not arrive within " + timeMax.toSeconds() + " seconds.");
    }
}
