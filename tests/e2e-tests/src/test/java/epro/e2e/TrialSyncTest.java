package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.demo.trials.RegulatorView;
import epro.cli.sync.SyncClient;
import epro.cli.sync.SyncRun;
import epro.simulator.regulator.RegulatorLog;
import epro.stack.LocalStack;
import epro.stack.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class TrialSyncTest {

    private static final int TRIALS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A register on a bad day. */
    private static final Map<String, String> REGULATOR = Map.of(
            "REGULATOR_LATENCY",
            "50ms..1s",
            "REGULATOR_ERRORS",
            "server-error=0.03,truncated=0.02,empty=0.02,other-trial=0.02,busy=0.01,hang=0.005");

    private final LocalStack stack;
    private final RegulatorView regulator;
    private final SyncClient nmpa;

    TrialSyncTest(@TempDir Path home) {
        stack = LocalStack.builder()
                .home(home)
                .services(Set.of(Part.NMPA_SYNC))
                .regulator(REGULATOR)
                .anyPorts()
                .start();
        regulator = new RegulatorView(stack.address(Part.REGULATOR));
        nmpa = new SyncClient(stack.address(Part.NMPA_SYNC), stack.endpoints().required("EPRO_TOKEN_OPS"));
    }

    @AfterAll
    void stop() {
        nmpa.close();
        regulator.close();
        stack.close();
    }

    @Test
    void resumesARunWhoseProcessWasKilledAndStaysWithinTheQuota() throws IOException, InterruptedException {
        List<String> numbers =
                regulator.statuses().keySet().stream().limit(TRIALS).toList();
        takeIn(numbers);
        SyncRun begun = nmpa.start(numbers);
        await().atMost(PATIENCE).until(() -> nmpa.find(begun.id()).done() >= TRIALS / 4);

        stack.kill(Part.NMPA_SYNC);

        SyncRun ended =
                await().atMost(PATIENCE).ignoreExceptions().until(() -> nmpa.find(begun.id()), run -> !run.running());
        assertThat(ended.text()).startsWith("SUCCEEDED: 300 of 300");
        assertThat(stored(numbers)).isEqualTo(registered(numbers));
        RegulatorLog seen = regulator.log();
        assertThat(seen.violations()).isEmpty();
        assertThat(seen.connectionsMost()).isBetween(1, 10);
        assertThat(seen.startsMostInASecond()).isBetween(1, 10);
    }

    private void takeIn(List<String> numbers) throws IOException, InterruptedException {
        String list = numbers.stream()
                .map("{\"registrationNumber\":\"%s\"}\n"::formatted)
                .collect(Collectors.joining());
        nmpa.add("application/x-ndjson", list.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> stored(List<String> numbers) throws IOException, InterruptedException {
        Map<String, String> stored = new HashMap<>();
        for (String number : numbers) {
            stored.put(number, nmpa.trial(number).path("originalStatus").asString());
        }
        return stored;
    }

    private Map<String, String> registered(List<String> numbers) throws IOException, InterruptedException {
        Map<String, String> registered = new HashMap<>(regulator.statuses());
        registered.keySet().retainAll(numbers);
        return registered;
    }
}
