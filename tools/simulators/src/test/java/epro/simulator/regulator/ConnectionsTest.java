package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.simulator.regulator.RegulatorLog.Violation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRIAL = "CTR20260001";

    private final SetClock clock = new SetClock();
    private final Regulator regulator =
            Regulator.start(RegulatorSettings.of(Map.of("REGULATOR_LATENCY", "0ms")), new MadeUpRegister(20, 1), clock);
    private final Caller caller = new Caller(regulator);

    @AfterEach
    void end() throws IOException {
        caller.close();
        regulator.close();
    }

    @Test
    void allowsTenConnectionsAtOnce() throws IOException, InterruptedException {
        caller.open(9);
        assertThat(caller.trial(TRIAL).statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> regulator.log().connectionsMost() == 10);
        assertThat(regulator.log().violations()).isEmpty();
    }

    @Test
    void bansForAnEleventhConnectionEvenIfItSaysNothing() throws IOException, InterruptedException {
        caller.open(11);
        await().atMost(PATIENCE).until(() -> regulator.log().bans() == 1);
        assertThat(regulator.log().connectionsMost()).isEqualTo(11);
        assertThat(regulator.log().violations()).extracting(Violation::kind).containsExactly("connections");

        HttpResponse<String> answer = caller.trial(TRIAL);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(60);
        assertThat(Caller.json(answer).path("code").asString()).isEqualTo("banned");
    }

    @Test
    void bansAtOnceWhoUsesAnEleventhConnection() throws IOException, InterruptedException {
        caller.open(9);
        caller.trial(TRIAL);
        await().atMost(PATIENCE).until(() -> regulator.log().connectionsMost() == 10);
        try (Caller another = new Caller(regulator)) {
            await().atMost(PATIENCE).until(() -> another.trial(TRIAL).statusCode() == 403);
        }
    }

    @Test
    void countsConnectionsThatWereClosedBeforeAnyoneLooked() throws IOException {
        caller.open(11);
        await().atMost(PATIENCE).until(() -> regulator.connectionsOpen() == 11);
        caller.hangUp();
        await().atMost(PATIENCE).until(() -> regulator.log().connectionsMost() == 11);
    }

    @Test
    void countsOnlyConnectionsThatAreOpenAtOnce() throws IOException {
        for (int round = 0; round < 4; round++) {
            caller.open(5);
            await().atMost(PATIENCE).until(() -> regulator.connectionsOpen() == 5);
            caller.hangUp();
            await().atMost(PATIENCE).until(() -> regulator.connectionsOpen() == 0);
        }
        assertThat(regulator.log().connectionsMost()).isEqualTo(5);
    }

    @Test
    void letsABannedAddressInAgainWhenTheMinuteIsOver() throws IOException, InterruptedException {
        caller.open(11);
        await().atMost(PATIENCE).until(() -> regulator.log().bans() == 1);
        caller.hangUp();
        clock.advance(Duration.ofSeconds(59));
        assertThat(caller.trial(TRIAL).statusCode()).isEqualTo(403);
        clock.advance(Duration.ofSeconds(1));
        assertThat(caller.trial(TRIAL).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotCountObservers() throws IOException, InterruptedException {
        caller.open(10);
        await().atMost(PATIENCE).until(() -> regulator.log().connectionsMost() == 10);
        for (int i = 0; i < 3; i++) {
            try (Caller observer = new Caller(regulator)) {
                assertThat(observer.get("/_log").statusCode()).isEqualTo(200);
                assertThat(observer.get("/_trials").statusCode()).isEqualTo(200);
            }
        }
        assertThat(regulator.log().connectionsMost()).isEqualTo(10);
        assertThat(regulator.log().violations()).isEmpty();
        assertThat(regulator.log().requests()).isZero();
    }

    @Test
    void countsAnObserverWhoBecomesACaller() throws IOException, InterruptedException {
        caller.open(10);
        await().atMost(PATIENCE).until(() -> regulator.log().connectionsMost() == 10);
        try (Caller spy = new Caller(regulator)) {
            spy.get("/_log");
            assertThat(spy.trial(TRIAL).statusCode()).isEqualTo(403);
        }
        assertThat(regulator.log().connectionsMost()).isEqualTo(11);
    }

    @Test
    void forgetsItsCountsAndBansWhenReset() throws IOException, InterruptedException {
        caller.open(11);
        await().atMost(PATIENCE).until(() -> regulator.log().bans() == 1);
        caller.hangUp();
        assertThat(caller.post("/_reset").statusCode()).isEqualTo(200);
        assertThat(regulator.log()).isEqualTo(new RegulatorLog(0, 0, 0, List.of(), 0));
        assertThat(caller.trial(TRIAL).statusCode()).isEqualTo(200);
    }
}
