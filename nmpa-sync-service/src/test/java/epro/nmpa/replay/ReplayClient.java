package epro.nmpa.replay;

import static org.awaitility.Awaitility.await;

import epro.nmpa.replay.ExpectedTrials.Stored;
import epro.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who runs the system, through its API. */
record ReplayClient(Http ops) {
    private static final Duration RUN = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    /** How many of the trials are new. */
    int take(Collection<String> numbers) {
        String lines = "registrationNumber\n" + String.join("\n", numbers);
        return json(ops.send("POST", "/api/v1/trials", BodyPublishers.ofString(lines), "text/csv"))
                .path("added")
                .asInt();
    }

    /** A run over all that are due, to its end. */
    JsonNode sync() {
        return ended(json(ops.post("/api/v1/sync-runs", "")));
    }

    /** A run over these, to its end. */
    JsonNode sync(Collection<String> numbers) {
        String named = JSON.writeValueAsString(Map.of("registrationNumbers", numbers));
        return ended(json(ops.post("/api/v1/sync-runs", named)));
    }

    /** All trials as the API lists them. */
    Map<String, Stored> trials() {
        Map<String, Stored> trials = new TreeMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(ops.get("/api/v1/trials?limit=500&cursor=" + cursor));
            for (JsonNode trial : page.path("items")) {
                trials.put(trial.path("registrationNumber").asString(), stored(trial));
            }
            cursor = text(page, "next");
        }
        return trials;
    }

    private JsonNode ended(JsonNode begun) {
        String path = "/api/v1/sync-runs/" + begun.path("runId").asString();
        return await().atMost(RUN).until(() -> json(ops.get(path)), run -> !"RUNNING".equals(text(run, "state")));
    }

    private static Stored stored(JsonNode trial) {
        return new Stored(text(trial, "status"), text(trial, "originalStatus"), text(trial, "quarantinedAt") != null);
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
