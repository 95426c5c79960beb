package epro.support.problem;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what Tomcat refuses before the application sees it, such as headers too large or a broken request line. */
public final class ProblemReportValve extends ErrorReportValve {
    private static final String TOO_LONG =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final UnseenRefusals refusals;

    ProblemReportValve(UnseenRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = StandardProblems.of(status(response.getStatus(), throwable));
        refusals.refused(problem.code());
        try {
            var body = problem.write(ProblemJson.RFC_9457, Map.of());
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            getContainer().getLogger().debug("The client left before its error answer was written.");
        }
    }

    /** Tomcat answers 400 where a head is too large, and 5xx, as if it were to blame, where it does not know a coding or a version of HTTP. */
    private static HttpStatusCode status(int status, @Nullable Throwable cause) {
        return switch (status) {
            case 400 -> isTooLarge(cause) ? HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE : HttpStatus.BAD_REQUEST;
            case 501, 505 -> HttpStatus.BAD_REQUEST;
            default -> HttpStatusCode.valueOf(status);
        };
    }

    /** Of a head with too many fields it only says that its state does not allow one more. */
    private static boolean isTooLarge(@Nullable Throwable cause) {
        return cause instanceof IllegalStateException || (cause != null && TOO_LONG.equals(cause.getMessage()));
    }
}
