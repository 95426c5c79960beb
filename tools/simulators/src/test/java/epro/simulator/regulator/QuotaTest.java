package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import epro.simulator.regulator.RegulatorLog.Violation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaTest {

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
    void refusesTheEleventhStartInASecond() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertThat(caller.trial("CTR20260001").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> eleventh = caller.trial("CTR20260001");
        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(eleventh.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(regulator.log().startsMostInASecond()).isEqualTo(11);
        assertThat(regulator.log().violations()).extracting(Violation::kind).containsExactly("starts");
    }

    @Test
    void letsTenInEverySecond() throws IOException, InterruptedException {
        for (int i = 0; i < 30; i++) {
            assertThat(caller.trial("CTR20260001").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(regulator.log().startsMostInASecond()).isEqualTo(10);
        assertThat(regulator.log().violations()).isEmpty();
        assertThat(regulator.log().requests()).isEqualTo(30);
    }

    @Test
    void allowsAsMuchAsItIsSetTo() throws IOException, InterruptedException {
        var settings = RegulatorSettings.of(Map.of("REGULATOR_LATENCY", "0ms", "REGULATOR_STARTS_IN_A_SECOND", "12"));
        try (Regulator generous = Regulator.start(settings, new MadeUpRegister(20, 1), clock);
                Caller busy = new Caller(generous)) {
            for (int i = 0; i < 12; i++) {
                assertThat(busy.trial("CTR20260001").statusCode()).isEqualTo(200);
            }
            assertThat(busy.trial("CTR20260001").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void showsWhatItHasSeen() throws IOException, InterruptedException {
        for (int i = 0; i < 11; i++) {
            caller.trial("CTR20260001");
        }
        var log = Caller.json(caller.get("/_log"));
        assertThat(log.propertyNames())
                .containsExactlyInAnyOrder("requests", "connectionsMost", "startsMostInASecond", "violations", "bans");
        assertThat(log.path("violations").path(0).path("kind").asString()).isEqualTo("starts");
        assertThat(log.path("violations").path(0).path("at").asString()).endsWith("Z");
    }
}
