package epro.cli.datacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.AnsweringServer;
import epro.cli.Refused;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataCheckClientTest {

    private final AnsweringServer processing = new AnsweringServer();
    private final DataCheckClient client = new DataCheckClient(processing.address(), "a-token");

    DataCheckClientTest() throws IOException {}

    @AfterEach
    void stop() {
        client.close();
        processing.close();
    }

    @Test
    void startsADataCheckAndAsksForIt() throws Exception {
        processing.then(202, "{\"dataCheckId\":\"d-1\"}");
        processing.then(200, "{\"state\":\"RUNNING\"}");

        assertThat(client.start()).contains("d-1");
        assertThat(client.find("d-1").path("state").asString()).isEqualTo("RUNNING");
        assertThat(processing.requests())
                .containsExactly(
                        "POST /api/v1/data-checks Bearer a-token", "GET /api/v1/data-checks/d-1 Bearer a-token");
    }

    @Test
    void tellsThatNoWorkerIsFreeFromEverythingElse() throws Exception {
        processing.then(503, "{\"code\":\"no-worker-free\"}");
        processing.then(403, "{\"code\":\"forbidden\"}");

        assertThat(client.start()).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(client::start)
                .withMessage("the data check was answered 403: {\"code\":\"forbidden\"}");
    }
}
