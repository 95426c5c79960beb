package epro.notification.console.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.notification.StubSync;
import epro.support.start.IllegalSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever becomes of the question, there is an answer to it, and soon. */
class SyncServiceTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final StubSync sync = new StubSync();
    private final Path token;

    SyncServiceTest(@TempDir Path folder) throws IOException {
        token = Files.writeString(folder.resolve("token"), "secret\n");
    }

    @AfterEach
    void stop() {
        sync.close();
    }

    @Test
    void tellsWhatItWasTold() throws InterruptedException {
        sync.says(
                """
                {"runId":"b","state":"RUNNING","total":3000,"done":1290,"changed":4,"failed":1,
                 "startedAt":"2026-03-02T08:00:00Z","endedAt":null,"remainingSeconds":121,"more":"later"},
                {"runId":"a","state":"SUCCEEDED","total":0,"done":0,"changed":0,"failed":0,
                 "startedAt":"2026-03-01T08:00:00Z","endedAt":"2026-03-01T08:00:01Z","remainingSeconds":null}""",
                "{\"trials\":5,\"confirmedWithinADay\":2,\"confirmedEarlier\":1,\"neverConfirmed\":1,\"quarantined\":1}");
        SyncState.Told told = (SyncState.Told) state(sync.url());
        assertThat(told.running()).hasValueSatisfying(run -> {
            assertThat(run.runId()).isEqualTo("b");
            assertThat(run.percent()).isEqualTo(43);
            assertThat(run.minutesLeft()).isEqualTo(3);
        });
        assertThat(told.runs().getLast().percent()).isEqualTo(100);
        assertThat(told.freshness()).isEqualTo(new Freshness(5, 2, 1, 1, 1, null));
    }

    @Test
    void saysThatThereIsNoneToAskUnlessBothAddressAndTokenAreSet() throws InterruptedException {
        assertThat(state(null)).isInstanceOf(SyncState.NotSetUp.class);
        assertThat(state(URI.create(""))).isInstanceOf(SyncState.NotSetUp.class);
        var tokenless = new SyncService(new SyncSettings(sync.url(), null, LONG), new JsonMapper());
        assertThat(tokenless.state()).isInstanceOf(SyncState.NotSetUp.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 500})
    void saysThatItIsAwayIfItRefuses(int status) throws InterruptedException {
        sync.answersWith(status);
        assertThat(state(sync.url())).isInstanceOf(SyncState.Away.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{\"trials\":\"many\"}"})
    void saysThatItIsAwayIfItTellsNonsense(String nonsense) throws InterruptedException {
        sync.says("", nonsense);
        assertThat(state(sync.url())).isInstanceOf(SyncState.Away.class);
        sync.says("{\"runId\":\"b\"}", "{\"trials\":0}");
        assertThat(state(sync.url())).isInstanceOf(SyncState.Away.class);
    }

    @Test
    void saysThatItIsAwayIfItIsSilentOrNotThere() throws InterruptedException {
        sync.hold();
        assertThat(state(sync.url(), SHORT)).isInstanceOf(SyncState.Away.class);
        URI left = sync.url();
        sync.close();
        assertThat(state(left)).isInstanceOf(SyncState.Away.class);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatExceptionOfType(IllegalSetting.class)
                .isThrownBy(() -> new SyncSettings(URI.create("nmpa:8084"), token, LONG))
                .withMessageStartingWith("epro.nmpa-sync.url (EPRO_NMPA_URL) must be an http address");
        assertThatExceptionOfType(IllegalSetting.class)
                .isThrownBy(() -> new SyncSettings(null, token, Duration.ZERO))
                .withMessageStartingWith("epro.nmpa-sync.patience must be positive");
    }

    private SyncState state(@Nullable URI url) throws InterruptedException {
        return state(url, LONG);
    }

    private SyncState state(@Nullable URI url, Duration patience) throws InterruptedException {
        return new SyncService(new SyncSettings(url, token, patience), new JsonMapper()).state();
    }
}
