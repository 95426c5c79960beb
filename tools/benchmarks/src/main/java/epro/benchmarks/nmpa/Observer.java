package epro.benchmarks.nmpa;

import epro.nmpa.quota.MonotonicTime;
import epro.simulator.regulator.RegulatorLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts runs, and looks at replicas and regulator from outside. */
final class Observer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int ERRORS_FROM = 400;

    private final URI regulator;
    private final String token;

    Observer(URI regulator, String token) {
        this.regulator = regulator;
        this.token = token;
    }

    /** Has so many of the regulator's trials taken in, and starts a run over them. */
    String start(URI replica, int trials) throws IOException, InterruptedException {
        List<String> numbers = json(send(regulator.resolve("/_trials"), "GET", BodyPublishers.noBody()))
                .path("items")
                .valueStream()
                .limit(trials)
                .map(trial -> trial.path("registrationNumber").asString())
                .toList();
        String lines = numbers.stream()
                .map(number -> JsonMapper.shared().writeValueAsString(Map.of("registrationNumber", number)))
                .collect(Collectors.joining("\n"));
        json(send(replica.resolve("/api/v1/trials"), "POST", BodyPublishers.ofString(lines)));
        String wanted = JsonMapper.shared().writeValueAsString(Map.of("registrationNumbers", numbers));
        return json(send(replica.resolve("/api/v1/sync-runs"), "POST", BodyPublishers.ofString(wanted)))
                .path("runId")
                .asString();
    }

    int done(URI replica, String run) throws IOException, InterruptedException {
        JsonNode found = find(replica, run);
        return found.path("done").asInt() - found.path("failed").asInt();
    }

    boolean isRunning(URI replica, String run) throws IOException, InterruptedException {
        return find(replica, run).path("state").asString().equals("RUNNING");
    }

    RegulatorLog log() throws IOException, InterruptedException {
        String log =
                send(regulator.resolve("/_log"), "GET", BodyPublishers.noBody()).body();
        return JsonMapper.shared().readValue(log, RegulatorLog.class);
    }

    /** Looks again and again. */
    static void await(Condition condition) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("has not come about within " + PATIENCE);
            }
            MonotonicTime.SYSTEM.pass(LOOK_AGAIN.toNanos());
        }
    }

    private JsonNode find(URI replica, String run) throws IOException, InterruptedException {
        return json(send(replica.resolve("/api/v1/sync-runs/" + run), "GET", BodyPublishers.noBody()));
    }

    private HttpResponse<String> send(URI address, String method, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWERED_WITHIN)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, body)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= ERRORS_FROM) {
            throw new IOException("%s answered %d".formatted(answer.uri(), answer.statusCode()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
