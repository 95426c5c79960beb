package epro.support.problem;

import java.util.Map;
import org.springframework.http.HttpStatusCode;

/** Code and sentence for each status that the framework or the server answers by itself. */
final class StandardProblems {
    private static final Map<Integer, Named> BY_STATUS = Map.ofEntries(
            entry(400, "bad-request", "The request could not be understood."),
            entry(401, "unauthenticated", "A valid bearer token is required."),
            entry(403, "forbidden", "The token does not allow this."),
            entry(404, "not-found", "There is nothing here."),
            entry(405, "method-not-allowed", "This path does not know this method."),
            entry(406, "not-acceptable", "None of the accepted media types can be answered with."),
            entry(408, "request-timeout", "The request took too long to arrive."),
            entry(411, "length-required", "The request needs a Content-Length."),
            entry(413, "body-too-large", "The body is too large."),
            entry(414, "uri-too-long", "The address is too long."),
            entry(415, "unsupported-media-type", "This media type is not taken here."),
            entry(431, "headers-too-large", "The headers are too large."),
            entry(500, "internal", "Something unexpected went wrong."),
            entry(503, "unavailable", "The service can't answer at the moment."));

    private StandardProblems() {}

    static Problem of(HttpStatusCode status) {
        var named = BY_STATUS.getOrDefault(status.value(), fallback(status));
        return new Problem(status, named.code(), named.detail(), Map.of());
    }

    private static Named fallback(HttpStatusCode status) {
        return status.is4xxClientError()
                ? new Named("bad-request", "The request could not be understood.")
                : new Named("internal", "Something unexpected went wrong.");
    }

    private static Map.Entry<Integer, Named> entry(int status, String code, String detail) {
        return Map.entry(status, new Named(code, detail));
    }

    private record Named(String code, String detail) {}
}
