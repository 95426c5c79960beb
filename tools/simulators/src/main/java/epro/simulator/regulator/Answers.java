package epro.simulator.regulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** The forms that an answer can take. */
final class Answers {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private Answers() {}

    static void json(Response response, Callback callback, Object body) {
        write(response, callback, 200, JSON, JsonMapper.shared().writeValueAsString(body));
    }

    /** As it is, whole or not. */
    static void text(Response response, Callback callback, String body) {
        write(response, callback, 200, JSON, body);
    }

    static void problem(Response response, Callback callback, int status, String title, String code) {
        Map<String, ?> problem = Map.of("title", title, "status", status, "code", code);
        write(response, callback, status, PROBLEM, JsonMapper.shared().writeValueAsString(problem));
    }

    static void refused(Response response, Callback callback, Refusal refusal) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, refusal.retryAfterSeconds());
        problem(response, callback, refusal.status(), refusal.title(), refusal.code());
    }

    private static void write(Response response, Callback callback, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        Content.Sink.write(response, true, new String(bytes, StandardCharsets.UTF_8), callback);
    }
}
