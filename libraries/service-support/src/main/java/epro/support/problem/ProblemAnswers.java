package epro.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns a problem into an answer: an entity inside of a controller's reach, written bytes outside of it. */
public final class ProblemAnswers {
    private static final String CODE = ProblemAnswers.class.getName() + ".code";

    private ProblemAnswers() {}

    /** Writes the standard problem of a status, for a filter that refuses a request before any controller sees it. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        var body = json(request, StandardProblems.of(status));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static ResponseEntity<byte[]> entity(HttpServletRequest request, Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json(request, problem));
    }

    /** The code of the problem that the request was answered with, if it was. */
    public static Optional<String> codeOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(CODE)).map(Object::toString);
    }

    private static byte[] json(HttpServletRequest request, Problem problem) {
        request.setAttribute(CODE, problem.code());
        return problem.json(ProblemFacts.of(request));
    }
}
