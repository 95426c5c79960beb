package epro.intake.request;

import epro.support.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The refusals that several steps share. */
public final class Refusals {

    private Refusals() {}

    /** Whether a name that a client made up may come back: it is such as a form would have, and no person's number. */
    public static boolean isNameable(String name) {
        return Pointers.isPlain(name);
    }

    /** A 400 that names the place by its JSON pointer. */
    public static ProblemException badMember(String code, String pointer, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, detail).with("pointer", pointer);
    }

    static ProblemException bad(String code, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, detail);
    }

    /** A 422 that names the place by its JSON pointer: it is what it should be, but not what is taken here. */
    public static ProblemException unprocessable(String code, String pointer, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).with("pointer", pointer);
    }

    static ProblemException unavailable(String code, String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    }

    static ProblemException shuttingDown() {
        return unavailable("shutting-down", "The service is stopping. Nothing was sent.")
                .retryAfter(RetryAfter.RESTARTED.spread());
    }
}
