package epro.nmpa;

import static org.awaitility.Awaitility.await;

import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.TrialStatusChange;
import epro.testing.Http;
import epro.testing.TopicReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests do with trials and runs, in their own words. */
public final class Trials {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Http OPS = RunningNmpa.as("ops");

    private Trials() {}

    public static JsonNode take(String... numbers) {
        String lines = Arrays.stream(numbers)
                .map(number -> "{\"registrationNumber\":\"" + number + "\"}")
                .collect(Collectors.joining("\n"));
        return json(OPS.send("POST", "/api/v1/trials", BodyPublishers.ofString(lines), "application/x-ndjson"));
    }

    public static JsonNode trial(String number) {
        return json(OPS.get("/api/v1/trials/" + number));
    }

    /** Starts a run over these trials. */
    public static HttpResponse<String> start(String... numbers) {
        String named = Arrays.stream(numbers).map(number -> '"' + number + '"').collect(Collectors.joining(","));
        return OPS.post("/api/v1/sync-runs", "{\"registrationNumbers\":[" + named + "]}");
    }

    public static JsonNode run(String runId) {
        return json(OPS.get("/api/v1/sync-runs/" + runId));
    }

    public static JsonNode cancel(String runId) {
        return json(OPS.post("/api/v1/sync-runs/" + runId + "/cancel", ""));
    }

    /** The run as it stands once it has ended. */
    public static JsonNode ended(String runId) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !run(runId).get("state").asString().equals("RUNNING"));
        return run(runId);
    }

    /** Runs over these trials to the end. */
    public static JsonNode sync(String... numbers) {
        return ended(json(start(numbers)).get("runId").asString());
    }

    /** What the topic says of the trial. */
    public static List<TrialStatusChange> events(String number) {
        RecordCodec codec = RunningNmpa.bean(RecordCodec.class);
        return new TopicReader(RunningNmpa.stack().kafka())
                .read(Topics.TRIAL_STATUS_CHANGES).stream()
                        .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(number))
                        .map(event -> codec.decode(event.value(), TrialStatusChange.class))
                        .map(decoded -> ((Decoded.Read<TrialStatusChange>) decoded).value())
                        .toList();
    }

    /** The actions in the audit trail, oldest first. */
    public static List<String> audited(String number) {
        return RunningNmpa.superuser()
                .sql("SELECT action FROM audit_entry WHERE lane = 'trials' AND entity = ? ORDER BY sequence")
                .param("trial/" + number)
                .query((row, _) -> row.getString(1))
                .list();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
