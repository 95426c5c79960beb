package epro.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncClientTest {

    private final FakeNmpa nmpa = new FakeNmpa();
    private final SyncClient client = nmpa.client();

    SyncClientTest() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        nmpa.close();
    }

    @Test
    void handsAListOverAsItIs() throws IOException, InterruptedException {
        nmpa.answers("202 {\"added\":2,\"known\":1}");
        assertThat(client.add("text/csv", "registrationNumber\nA".getBytes(StandardCharsets.UTF_8))
                        .path("added")
                        .asLong())
                .isEqualTo(2);
        assertThat(nmpa.requests())
                .containsExactly("POST /api/v1/trials Bearer a-token text/csv registrationNumber\nA");
    }

    @Test
    void startsARunAndAsksForIt() throws IOException, InterruptedException {
        nmpa.answers("202 {\"runId\":\"r-1\",\"state\":\"RUNNING\",\"total\":3}");
        nmpa.answers(
                "200 {\"runId\":\"r-1\",\"state\":\"SUCCEEDED\",\"total\":3,\"done\":3,\"changed\":1,\"failed\":0}");
        SyncRun begun = client.start();
        assertThat(begun.running()).isTrue();
        SyncRun ended = client.find(begun.id());
        assertThat(ended.succeeded()).isTrue();
        assertThat(ended.text()).isEqualTo("SUCCEEDED: 3 of 3 trials asked for, 1 changed, 0 failed");
        assertThat(ended.object()).containsEntry("changed", 1).containsEntry("state", "SUCCEEDED");
    }

    @Test
    void startsARunOverNamedTrials() throws IOException, InterruptedException {
        nmpa.answers("202 {\"runId\":\"r-1\",\"state\":\"RUNNING\"}");
        client.start(List.of("A", "B"));
        assertThat(nmpa.requests())
                .containsExactly("POST /api/v1/sync-runs Bearer a-token application/json"
                        + " {\"registrationNumbers\":[\"A\",\"B\"]}");
    }

    @Test
    void saysWithWhichCodeItWasRefused() {
        nmpa.answers("409 {\"code\":\"run-in-progress\",\"detail\":\"There is one.\"}");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(client::start)
                .withMessage("nmpa-sync answered 409 run-in-progress There is one.");
    }
}
