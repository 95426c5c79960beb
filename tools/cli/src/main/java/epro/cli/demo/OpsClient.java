package epro.cli.demo;

import epro.cli.Refused;
import epro.cli.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does at the processing service: publishes forms, has the data checked. */
final class OpsClient implements AutoCloseable {

    private static final String CHECKS = "/api/v1/data-checks";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServiceClient processing;

    OpsClient(URI processing, String token) {
        this.processing = new ServiceClient(processing, token);
    }

    /** A form that stands there already is fine; another one under its name is refused. */
    void publish(SampleForm form) throws IOException, InterruptedException {
        String path = "/api/v1/forms/%s/versions/%s".formatted(form.id(), form.version());
        HttpResponse<String> answer = processing.send(
                "PUT", path, "application/fhir+json", form.questionnaire().toString());
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
            check = JsonMapper.shared().readTree(processing.send("GET", path).body());
        } while (check.path("state").asString().equals("RUNNING") && System.nanoTime() < deadline);
        return check;
    }

    private JsonNode begun(long deadline) throws IOException, InterruptedException {
        HttpResponse<String> answer = processing.send("POST", CHECKS);
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            Thread.sleep(1000);
            answer = processing.send("POST", CHECKS);
        }
        if (answer.statusCode() != 202) {
            throw new Refused("the data check was answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        processing.close();
    }
}
