package epro.nmpa.trial;

import static org.assertj.core.api.Assertions.assertThat;

import epro.nmpa.RunningNmpa;
import epro.nmpa.StubRegulator;
import epro.nmpa.Trials;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Others' trials are there as well: what counts is how the figures move. */
class FreshnessTest {
    private final StubRegulator regulator = RunningNmpa.regulator();
    private final String prefix = "CTR-" + UUID.randomUUID();

    @Test
    void tellsHowManyTrialsWereConfirmedWhen() {
        JsonNode before = freshness();
        String fresh = prefix + "-1";
        String freshToo = prefix + "-5";
        String stale = prefix + "-2";
        String gone = prefix + "-3";
        regulator.says(fresh, "招募中");
        regulator.says(freshToo, "招募中");
        regulator.says(stale, "招募中");
        Trials.take(fresh, freshToo, stale, gone, prefix + "-4");
        Trials.sync(fresh, freshToo, stale, gone);
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        RunningNmpa.superuser()
                .sql("UPDATE trial SET confirmed_at = '2001-01-01T00:00:00Z' WHERE registration_number = ?")
                .param(stale)
                .update();

        JsonNode now = freshness();
        assertThat(grown("trials", before, now)).isEqualTo(5);
        assertThat(grown("confirmedWithinADay", before, now)).isEqualTo(2);
        assertThat(grown("confirmedEarlier", before, now)).isOne();
        assertThat(grown("neverConfirmed", before, now)).isOne();
        assertThat(grown("quarantined", before, now)).isOne();
        assertThat(now.path("oldestConfirmedAt").asString()).isEqualTo(longAgo.toString());
    }

    @Test
    void tellsThoseOnlyWhoRunTheSystem() {
        assertThat(RunningNmpa.as("crf:read").get("/api/v1/freshness").statusCode())
                .isEqualTo(403);
    }

    private static int grown(String name, JsonNode before, JsonNode now) {
        return now.path(name).asInt() - before.path(name).asInt();
    }

    private static JsonNode freshness() {
        return Trials.json(RunningNmpa.as("ops").get("/api/v1/freshness"));
    }
}
