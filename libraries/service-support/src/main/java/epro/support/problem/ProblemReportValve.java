package epro.support.problem;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what Tomcat refuses before the application sees it, such as headers too large or a broken request line. */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var problem = StandardProblems.of(status(response.getStatus()));
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

    /** Tomcat takes it on itself where it does not know a coding or a version of HTTP. */
    private static HttpStatusCode status(int status) {
        return switch (status) {
            case 501, 505 -> HttpStatus.BAD_REQUEST;
            default -> HttpStatusCode.valueOf(status);
        };
    }
}
