package epro.cli.sync;

import epro.cli.Refused;
import epro.cli.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks nmpa-sync for sync runs. Thread-safe. */
public final class SyncClient implements AutoCloseable {

    private static final String RUNS = "/api/v1/sync-runs";
    private static final String TRIALS = "/api/v1/trials";
    private static final int SERVER_ERRORS_FROM = 500;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private final ServiceClient nmpa;

    public SyncClient(URI nmpa, String token) {
        this.nmpa = new ServiceClient(nmpa, token, ANSWERED_WITHIN);
    }

    /**
     * Hands over a list of trials, which is taken as a whole or not at all.
     *
     * @param type of the content, {@code application/x-ndjson} or {@code text/csv}
     * @return {@code added} and {@code known}
     */
    public JsonNode add(String type, byte[] content) throws IOException, InterruptedException {
        return json(nmpa.send("POST", TRIALS, type, BodyPublishers.ofByteArray(content)), 202);
    }

    /** Begins a run over all trials that are due. */
    public SyncRun start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** Begins a run over these trials, which have been taken in before. */
    public SyncRun start(Collection<String> registrationNumbers) throws IOException, InterruptedException {
        return start(Map.of("registrationNumbers", registrationNumbers));
    }

    private SyncRun start(Map<String, ?> wanted) throws IOException, InterruptedException {
        String body = JsonMapper.shared().writeValueAsString(wanted);
        return new SyncRun(json(nmpa.send("POST", RUNS, "application/json", body), 202));
    }

    public SyncRun find(String runId) throws IOException, InterruptedException {
        return new SyncRun(json(nmpa.send("GET", RUNS + "/" + runId), 200));
    }

    /** Ends the run early; what it has learned stays. */
    public SyncRun cancel(String runId) throws IOException, InterruptedException {
        String path = "%s/%s/cancel".formatted(RUNS, runId);
        return new SyncRun(json(nmpa.send("POST", path), 200));
    }

    /** A trial as nmpa-sync has it. */
    public JsonNode trial(String registrationNumber) throws IOException, InterruptedException {
        return json(nmpa.send("GET", TRIALS + "/" + registrationNumber), 200);
    }

    /** A failure of the service is one of the network to those who ask again; a refusal is final. */
    private static JsonNode json(HttpResponse<String> answer, int expected) throws IOException {
        JsonNode body = read(answer.body());
        if (answer.statusCode() == expected) {
            return body;
        }
        String said = "nmpa-sync answered %d %s %s"
                .formatted(
                        answer.statusCode(),
                        body.path("code").asString("without a code"),
                        body.path("detail").asString(""));
        if (answer.statusCode() >= SERVER_ERRORS_FROM) {
            throw new IOException(said);
        }
        throw new Refused(said);
    }

    private static JsonNode read(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    @Override
    public void close() {
        nmpa.close();
    }
}
