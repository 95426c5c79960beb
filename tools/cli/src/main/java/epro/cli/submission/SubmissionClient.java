package epro.cli.submission;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The intake service's REST interface. Each call sends one body once and blocks until it is answered, so call it from
 * virtual threads. Only a connection that was never made counts as nothing sent. Thread-safe.
 */
public final class SubmissionClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration UNREACHABLE_PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI submissions;
    private final String token;

    public SubmissionClient(URI intake, String token) {
        this.submissions = intake.resolve("/api/v1/submissions");
        this.token = token;
    }

    /** Never throws for what the network or the service does; that is an answer too. */
    public Answer send(String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(submissions)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException _) {
            return new Refused("no-connection", UNREACHABLE_PAUSE);
        } catch (IOException e) {
            return new Unknown(e.getClass().getSimpleName());
        }
    }

    private static Answer read(HttpResponse<String> response) {
        JsonNode body = json(response.body());
        String code = body.path("code").asString("none");
        return switch (response.statusCode()) {
            case 202 -> accepted(body);
            case 429, 503 ->
                code.equals("delivery-unknown") ? new Unknown(code) : new Refused(code, retryAfter(response));
            case 500, 502, 504 -> new Unknown(response.statusCode() + " " + code);
            default -> new Denied(response.statusCode(), code);
        };
    }

    private static Answer accepted(JsonNode body) {
        Place place = new Place(
                body.required("partition").asInt(), body.required("offset").asLong());
        return new Accepted(place, body.path("repeated").asBoolean(false));
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return Duration.ofSeconds(
                response.headers().firstValueAsLong("Retry-After").orElse(1));
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
