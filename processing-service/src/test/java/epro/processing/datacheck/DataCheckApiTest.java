package epro.processing.datacheck;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataCheckApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private final Http ops = caller(StandardRole.OPS);

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/data-checks", "/trigger-check"})
    void answersWithTheIdAndPlaceOfADataCheckThatAWorkerHasTaken(String path) {
        HttpResponse<String> answer = ops.post(path, "");

        assertThat(answer.statusCode()).isEqualTo(202);
        String id = JSON.readTree(answer.body()).path("dataCheckId").asString();
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://127.0.0.1:").endsWith("/api/v1/data-checks/" + id);
        JsonNode ended = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> check(id), check -> !check.path("state").asString().equals("RUNNING"));
        assertThat(ended.path("state").asString()).isIn("CLEAN", "FINDINGS");
        assertThat(ended.propertyNames())
                .contains("dataCheckId", "state", "startedAt", "endedAt", "compared", "findings");
        assertThat(ended.path("compared").propertyNames())
                .contains("offsets", "records", "rejections", "quarantined", "duplicates", "auditEntries")
                .contains("checkpoints", "adverseEvents", "alerts");
        assertThat(ended.path("compared").get("alerts").isNull()).isTrue();
    }

    @Test
    void refusesWhoMayNotOperate() {
        assertThat(caller(StandardRole.CRC).post("/trigger-check", "").statusCode())
                .isEqualTo(403);
        assertThat(caller(StandardRole.CRC)
                        .get("/api/v1/data-checks/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Http(root(), null).post("/trigger-check", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void knowsNoDataCheckThatNeverWas() {
        String path = "/api/v1/data-checks/" + UUID.randomUUID();

        assertThat(ops.get(path).statusCode()).isEqualTo(404);
        assertThat(ops.post(path + "/cancel", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhenEveryWorkerIsBusyAndNotesItDown() throws Exception {
        var rows = RunningProcessing.bean(DataCheckRows.class);
        var settings = new DataCheckSettings(1, Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (DataChecks busy = new DataChecks(rows, (_, _) -> waitToBeInterrupted(), settings)) {
            assertThat(busy.start("test")).isPresent();
            assertThat(busy.start("refused-here")).isEmpty();
        }

        String state = RunningProcessing.superuser()
                .sql("SELECT state FROM data_check WHERE requested_by = 'refused-here'")
                .query(String.class)
                .single();
        assertThat(state).isEqualTo("REFUSED");
    }

    @Test
    void readsAbandonedAfterThirtySecondsWithoutASignOfLife() {
        UUID id = RunningProcessing.bean(DataCheckRows.class).insert("test");
        assertThat(check(id.toString()).path("state").asString()).isEqualTo("RUNNING");

        RunningProcessing.superuser()
                .sql("UPDATE data_check SET heartbeat_at = ? WHERE data_check_id = ?")
                .params(Timestamp.from(Instant.EPOCH), id)
                .update();

        assertThat(check(id.toString()).path("state").asString()).isEqualTo("ABANDONED");
    }

    @Test
    void cancelsWhatRunsAndNothingElse() {
        var rows = RunningProcessing.bean(DataCheckRows.class);
        UUID id = rows.insert("test");

        assertThat(ops.post("/api/v1/data-checks/" + id + "/cancel", "").statusCode())
                .isEqualTo(202);
        assertThat(rows.beat(id, new Progress().report())).isTrue();
        rows.end(id, DataCheckState.CANCELLED, null);

        HttpResponse<String> again = ops.post("/api/v1/data-checks/" + id + "/cancel", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(again.body()).path("code").asString()).isEqualTo("already-ended");
    }

    private static void waitToBeInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }

    private JsonNode check(String id) {
        return JSON.readTree(ops.get("/api/v1/data-checks/" + id).body());
    }

    private static Http caller(StandardRole role) {
        return new Http(root(), RunningProcessing.stack().tokens().of(role, Duration.ofHours(1)));
    }

    private static URI root() {
        return URI.create("http://127.0.0.1:" + RunningProcessing.port());
    }
}
