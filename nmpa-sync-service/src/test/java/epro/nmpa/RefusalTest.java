package epro.nmpa;

import static org.assertj.core.api.Assertions.assertThat;

import epro.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every refusal of the API and its code, which clients rely on. */
class RefusalTest {
    private static final String TRIALS = "/api/v1/trials";
    private static final String RUNS = "/api/v1/sync-runs";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String FIRST = "{\"registrationNumber\":\"CTR1\"}\n";

    private final Http ops = RunningNmpa.as("ops");
    private final String number = "CTR-" + UUID.randomUUID();

    @AfterEach
    void letTheRegulatorAnswer() {
        RunningNmpa.regulator().answerAgain();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/trials, application/json",
        "GET, /api/v1/trials/CTR1, application/json",
        "POST, /api/v1/trials, application/x-ndjson",
        "POST, /api/v1/trials, text/csv",
        "GET, /api/v1/sync-runs, application/json",
        "POST, /api/v1/sync-runs, application/json",
        "GET, /api/v1/sync-runs/1, application/json",
        "POST, /api/v1/sync-runs/1/cancel, application/json"
    })
    void asksEverybodyForATokenWithTheScope(String method, String path, String type) {
        for (String token : new String[] {null, "nonsense"}) {
            Http stranger = new Http(RunningNmpa.root(), token);
            refused(stranger.send(method, path, BodyPublishers.noBody(), type), 401, "unauthenticated");
        }
        Http reader = RunningNmpa.as("crf:read audit:read");
        refused(reader.send(method, path, BodyPublishers.noBody(), type), 403, "forbidden");
    }

    @Test
    void namesTheLineOfAListThatIsWrongAndTakesNothing() {
        refusedLine(take(NDJSON, FIRST + "{\"registrationNumber\":"), "malformed-line", 2);
        refusedLine(take(NDJSON, FIRST + "\n{\"number\":\"CTR2\"}"), "invalid-registration-number", 3);
        refusedLine(take(NDJSON, FIRST + "x".repeat(5_000)), "line-too-long", 2);
        refusedLine(take(CSV, "sponsor,title\na,b"), "missing-column", 1);
        refusedLine(take(CSV, ""), "missing-column", 1);
        refusedLine(take(CSV, "registrationNumber\n" + number + "\n\"CTR2"), "malformed-line", 3);
        refusedLine(take(CSV, "registrationNumber\n" + number + "\n../x"), "invalid-registration-number", 3);

        refused(ops.get(TRIALS + "/" + number), 404, "unknown-trial");
    }

    @Test
    void refusesAListThatIsTooLong() {
        String lines = IntStream.rangeClosed(0, 100_000).mapToObj(_ -> "CTR1").collect(Collectors.joining("\n"));

        JsonNode problem = refused(take(CSV, "registrationNumber\n" + lines), 413, "too-many-lines");
        assertThat(problem.get("line").asInt()).isEqualTo(100_001);
    }

    @Test
    void takesListsInTwoFormsOnly() {
        refused(take("text/plain", FIRST), 415, "unsupported-media-type");
        refused(ops.send("DELETE", TRIALS, BodyPublishers.noBody(), NDJSON), 405, "method-not-allowed");
        refused(ops.get(TRIALS + "?limit=many"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"registrationNumbers\":\"CTR1\"}", "{\"registrationNumbers\":{}}"})
    void refusesABodyThatIsNoWish(String body) {
        refused(ops.post(RUNS, body), 400, "bad-request");
    }

    @Test
    void refusesToRunOverNoneOrTooManyOrUnnamedTrials() {
        String tooMany = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "\"CTR" + i + '"')
                .collect(Collectors.joining(","));
        for (String named : new String[] {"", tooMany, "null"}) {
            JsonNode problem = refused(
                    ops.post(RUNS, "{\"registrationNumbers\":[" + named + "]}"), 400, "invalid-registration-numbers");
            assertThat(problem.get("pointer").asString()).isEqualTo("/registrationNumbers");
        }
    }

    @Test
    void refusesToRunOverTrialsThatWereNeverTakenIn() {
        Trials.take(number);

        JsonNode problem = refused(Trials.start(number, "CTR-NEVER"), 400, "unknown-trial");
        assertThat(problem.get("unknown").asInt()).isOne();
    }

    @Test
    void refusesASecondRunAndToCancelOneThatHasEnded() {
        Trials.take(number);
        RunningNmpa.regulator().says(number, "招募中");
        RunningNmpa.regulator().hold();
        String runId = Trials.json(Trials.start(number)).get("runId").asString();

        JsonNode inProgress = refused(Trials.start(number), 409, "run-in-progress");
        assertThat(inProgress.get("runId").asString()).isEqualTo(runId);
        Trials.cancel(runId);
        JsonNode ended = refused(ops.post(RUNS + "/" + runId + "/cancel", ""), 409, "run-has-ended");
        assertThat(ended.get("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void knowsNoOtherRunsAndNoOtherCursors() {
        for (String id : new String[] {UUID.randomUUID().toString(), "1"}) {
            refused(ops.get(RUNS + "/" + id), 404, "unknown-run");
            refused(ops.post(RUNS + "/" + id + "/cancel", ""), 404, "unknown-run");
        }
        refused(ops.get(RUNS + "?cursor=nonsense"), 400, "invalid-cursor");
        refused(ops.get(RUNS + "?cursor=!"), 400, "invalid-cursor");
    }

    private HttpResponse<String> take(String type, String list) {
        return ops.send("POST", TRIALS, BodyPublishers.ofString(list), type);
    }

    private static void refusedLine(HttpResponse<String> answer, String code, int line) {
        assertThat(refused(answer, 400, code).get("line").asInt()).isEqualTo(line);
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Trials.json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }
}
