package epro.cli.partitions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.cli.Refused;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionsCommandTest {

    @Test
    void changesNothingWhileAnIntakeAnswers() throws IOException {
        try (ServerSocket intake = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Endpoints stack = new Endpoints(Map.of(
                    "EPRO_INTAKE_URL", "http://127.0.0.1:" + intake.getLocalPort(), "EPRO_KAFKA", "127.0.0.1:1"));

            assertThatThrownBy(() -> new PartitionsCommand().raise(stack))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("stop every intake first");
        }
    }
}
