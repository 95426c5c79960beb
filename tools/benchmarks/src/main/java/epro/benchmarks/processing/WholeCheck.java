package epro.benchmarks.processing;

import epro.stack.StandardRole;
import epro.stack.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's own data check of all that it has stored.
 *
 * @param findings by their codes; none, if topic, tables and chains agree
 */
record WholeCheck(String state, long offsets, double seconds, Map<String, Long> findings) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LASTS_AT_MOST = Duration.ofMinutes(20);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final int TAKEN = 202;

    /** Has the service at this address check everything, and waits until it has. */
    static WholeCheck at(URI service, Tokens tokens) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        String token = tokens.of(StandardRole.OPS, LASTS_AT_MOST);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest trigger = request(service.resolve("/trigger-check"), token)
                    .POST(BodyPublishers.noBody())
                    .build();
            HttpResponse<String> taken = client.send(trigger, BodyHandlers.ofString());
            if (taken.statusCode() != TAKEN) {
                throw new IOException("no data check was begun: " + taken.statusCode());
            }
            URI check = service.resolve("/api/v1/data-checks/"
                    + JsonMapper.shared()
                            .readTree(taken.body())
                            .path("dataCheckId")
                            .asString());
            JsonNode ended = ended(client, request(check, token).GET().build());
            return new WholeCheck(
                    ended.path("state").asString(),
                    ended.at("/compared/offsets").asLong(),
                    (System.nanoTime() - begun) / 1e9,
                    ended.path("findings")
                            .valueStream()
                            .collect(Collectors.groupingBy(
                                    finding -> finding.path("code").asString(), TreeMap::new, Collectors.counting())));
        }
    }

    boolean clean() {
        return state.equals("CLEAN");
    }

    private static JsonNode ended(HttpClient client, HttpRequest look) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LASTS_AT_MOST.toNanos()) {
            JsonNode check = JsonMapper.shared()
                    .readTree(client.send(look, BodyHandlers.ofString()).body());
            if (!check.path("state").asString().equals("RUNNING")) {
                return check;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new IOException("the data check has not ended within " + LASTS_AT_MOST);
    }

    private static HttpRequest.Builder request(URI uri, String token) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }
}
