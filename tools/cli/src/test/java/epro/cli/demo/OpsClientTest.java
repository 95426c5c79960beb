package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.cli.AnsweringServer;
import epro.cli.Refused;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpsClientTest {

    private final AnsweringServer processing = new AnsweringServer();
    private final OpsClient ops = new OpsClient(processing.address(), "token");

    OpsClientTest() throws IOException {}

    @AfterEach
    void stop() {
        ops.close();
        processing.close();
    }

    @Test
    void publishesAFormUnderItsIdAndVersion() throws Exception {
        processing.then(200, "{}");
        ops.publish(Diary.FORM);
        assertThat(processing.requests()).containsExactly("PUT /api/v1/forms/diary/versions/2.1 Bearer token");
    }

    @Test
    void saysWhyAFormWasRefused() {
        processing.then(409, "another form stands there");
        assertThatThrownBy(() -> ops.publish(Diary.FORM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("409: another form stands there");
    }

    @Test
    void waitsForAWorkerAndForTheVerdict() throws Exception {
        processing.then(503, "{\"code\":\"no-worker-free\"}");
        processing.then(202, "{\"dataCheckId\":\"c-1\"}");
        processing.then(200, "{\"state\":\"RUNNING\"}");
        processing.then(200, "{\"state\":\"CLEAN\"}");
        assertThat(ops.checkData().path("state").asString()).isEqualTo("CLEAN");
        assertThat(processing.requests())
                .containsExactly(
                        "POST /api/v1/data-checks Bearer token",
                        "POST /api/v1/data-checks Bearer token",
                        "GET /api/v1/data-checks/c-1 Bearer token",
                        "GET /api/v1/data-checks/c-1 Bearer token");
    }
}
