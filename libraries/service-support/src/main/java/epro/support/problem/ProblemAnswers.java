package epro.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns a problem into an answer: an entity inside of a controller's reach, written bytes outside of it. */
public final class ProblemAnswers {
    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String CODE = ProblemAnswers.class.getName() + ".code";
    private static final String FORM = ProblemAnswers.class.getName() + ".form";

    private ProblemAnswers() {}

    /** Has all problems of this request said in another form than RFC 9457's, whoever refuses it. */
    public static void sayAs(HttpServletRequest request, ProblemForm form) {
        request.setAttribute(FORM, form);
    }

    /** Writes the standard problem of a status, for a filter that refuses a request before any controller sees it. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        write(request, response, StandardProblems.of(status));
    }

    /** Writes what a failure has for the client, the same as where a controller fails. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        if (failure instanceof ProblemException refusal) {
            refusal.retryAfterSeconds()
                    .ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
            write(request, response, refusal.problem());
        } else {
            write(request, response, unexpected(failure));
        }
    }

    /** All that a client is told of a failure that nobody foresaw; the rest is in the log. */
    static Problem unexpected(Throwable failure) {
        log.error("Unexpected failure, answered 500 internal: {}", StackOnly.of(failure));
        return StandardProblems.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        var body = body(request, problem);
        response.setStatus(problem.status().value());
        response.setContentType(form(request).mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static ResponseEntity<byte[]> entity(HttpServletRequest request, Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.parseMediaType(form(request).mediaType()))
                .body(body(request, problem));
    }

    /** The code of the problem that the request was answered with, if it was. */
    public static Optional<String> codeOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(CODE)).map(Object::toString);
    }

    private static byte[] body(HttpServletRequest request, Problem problem) {
        request.setAttribute(CODE, problem.code());
        return problem.write(form(request), ProblemFacts.of(request));
    }

    private static ProblemForm form(HttpServletRequest request) {
        return request.getAttribute(FORM) instanceof ProblemForm form ? form : ProblemJson.RFC_9457;
    }
}
