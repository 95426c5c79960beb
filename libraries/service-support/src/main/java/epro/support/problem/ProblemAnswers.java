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
    private static final String FORM = ProblemAnswers.class.getName() + ".form";

    private ProblemAnswers() {}

    /** Has all problems of this request said in another form than RFC 9457's, whoever refuses it. */
    public static void sayAs(HttpServletRequest request, ProblemForm form) {
        request.setAttribute(FORM, form);
    }

    /** Writes the standard problem of a status, for a filter that refuses a request before any controller sees it. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        var body = body(request, StandardProblems.of(status));
        response.setStatus(status.value());
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
