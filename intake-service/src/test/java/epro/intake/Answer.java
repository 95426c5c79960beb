package epro.intake;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP, and how long that took. */
public record Answer(int status, HttpHeaders headers, JsonNode body, String raw, Duration took) {
    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<String> response, long nanos) {
        boolean json = response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .matches("application/(problem\\+|fhir\\+)?json.*");
        var body = JSON.readTree(json ? response.body() : "{}");
        return new Answer(response.statusCode(), response.headers(), body, response.body(), Duration.ofNanos(nanos));
    }

    /** Stands for an answer that has not come yet. */
    public static Answer none() {
        return new Answer(0, HttpHeaders.of(Map.of(), (_, _) -> true), JSON.readTree("{}"), "", Duration.ZERO);
    }

    public String text(String member) {
        return body.path(member).asString("");
    }

    /** Why it was refused, whichever form says so. */
    public String code() {
        return body.at("/issue/0/details/coding/0/code").asString(text("code"));
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
