package epro.intake.request;

import epro.support.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The refusals that several steps share. */
final class Refusals {

    private Refusals() {}

    /** A 400 that names the place by its JSON pointer. */
    static ProblemException badMember(String code, String pointer, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, detail).with("pointer", pointer);
    }

    static ProblemException bad(String code, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, detail);
    }

    static ProblemException unavailable(String code, String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    }
}
