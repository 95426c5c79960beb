package epro.cli.demo;

import epro.cli.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does at the processing service: publishes forms, has the data checked. */
final class OpsClient implements AutoCloseable {

    private static final String CHECKS = "/api/v1/data-checks";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI processing;
    private final String token;

    OpsClient(URI processing, String token) {
        this.processing = processing;
        this.token = token;
    }

    /** A form that stands there already is fine; another one under its name is refused. */
    void publish(SampleForm form) throws IOException, InterruptedException {
        String path = "/api/v1/forms/%s/versions/%s".formatted(form.id(), form.version());
        HttpResponse<String> answer = call("PUT", path, form.questionnaire().toString(), "application/fhir+json");
        if (answer.statusCode() / 100 != 2) {
            throw new Refused("the form %s %s was answered %d: %s"
                    .formatted(form.id(), form.version(), answer.statusCode(), answer.body()));
        }
    }

    /** Has everything compared, and waits for the verdict. */
    JsonNode checkData() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode check = begun(deadline);
        String path = CHECKS + "/" + check.path("dataCheckId").asString();
        do {
            Thread.sleep(200);
            check = JsonMapper.shared()
                    .readTree(call("GET", path, "", "application/json").body());
        } while (check.path("state").asString().equals("RUNNING") && System.nanoTime() < deadline);
        return check;
    }

    private JsonNode begun(long deadline) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("POST", CHECKS, "", "application/json");
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            Thread.sleep(1000);
            answer = call("POST", CHECKS, "", "application/json");
        }
        if (answer.statusCode() != 202) {
            throw new Refused("the data check was answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> call(String method, String path, String body, String contentType)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(processing.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
