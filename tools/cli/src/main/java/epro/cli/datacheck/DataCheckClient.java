package epro.cli.datacheck;

import epro.cli.Refused;
import epro.cli.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks processing for data checks. */
final class DataCheckClient implements AutoCloseable {

    private static final String CHECKS = "/api/v1/data-checks";
    private static final int ACCEPTED = 202;
    private static final int NO_WORKER_FREE = 503;

    private final ServiceClient processing;

    DataCheckClient(URI processing, String token) {
        this.processing = new ServiceClient(processing, token);
    }

    /** The id of a data check that has begun; empty if every worker is at another. */
    Optional<String> start() throws IOException, InterruptedException {
        HttpResponse<String> answer = processing.send("POST", CHECKS);
        if (answer.statusCode() == NO_WORKER_FREE) {
            return Optional.empty();
        }
        return Optional.of(json(answer, ACCEPTED).path("dataCheckId").asString());
    }

    /** Where it stands. */
    JsonNode find(String id) throws IOException, InterruptedException {
        return json(processing.send("GET", CHECKS + "/" + id), 200);
    }

    @Override
    public void close() {
        processing.close();
    }

    private static JsonNode json(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new Refused("the data check was answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
