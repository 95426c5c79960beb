package epro.nmpa.trial;

import epro.support.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Why a list of trials was refused, and at which line; nothing of it was taken. */
final class BadLine {
    private BadLine() {}

    static ProblemException invalid(int line) {
        return at(line, "invalid-registration-number", "A line holds no registration number; nothing was taken.");
    }

    static ProblemException malformed(int line) {
        return at(line, "malformed-line", "A line can't be read; nothing was taken.");
    }

    static ProblemException header() {
        return at(1, "missing-column", "The first line names no column registrationNumber; nothing was taken.");
    }

    static ProblemException tooLong(int line) {
        return at(line, "line-too-long", "A line is too long; nothing was taken.");
    }

    static ProblemException tooMany(int line) {
        return new ProblemException(
                        HttpStatus.CONTENT_TOO_LARGE, "too-many-lines", "The list is too long; nothing was taken.")
                .with("line", line);
    }

    private static ProblemException at(int line, String code, String sentence) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, sentence).with("line", line);
    }
}
