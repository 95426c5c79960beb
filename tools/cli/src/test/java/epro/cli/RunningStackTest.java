package epro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.stack.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

    @Test
    void takesAFilesWordForWhereASystemIsThatItDidNotStart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("endpoints.env"), "# ours\nEPRO_KAFKA=broker:9092\n");

        assertThat(RunningStack.at(file.toString())).isEqualTo(new Endpoints(Map.of("EPRO_KAFKA", "broker:9092")));
    }

    @Test
    void saysWhoWritesAFileThatIsNotThere() {
        assertThatThrownBy(() -> RunningStack.at("nowhere.env"))
                .isInstanceOf(StackNotThere.class)
                .hasMessageContaining("nowhere.env is not there")
                .hasMessageContaining("./epro compose-keys");
    }

    @Test
    void findsWhoListens() throws IOException {
        try (ServerSocket there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Endpoints open = intakeAt(there.getLocalPort());

            assertThatCode(() -> RunningStack.demandAnAnswer(open, "EPRO_INTAKE_URL"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noticesThatNobodyListens() {
        Endpoints closed = intakeAt(1);

        assertThatThrownBy(() -> RunningStack.demandAnAnswer(closed, "EPRO_INTAKE_URL"))
                .isInstanceOf(StackNotThere.class)
                .hasMessageContaining("nothing answers at EPRO_INTAKE_URL");
    }

    private static Endpoints intakeAt(int port) {
        return new Endpoints(Map.of("EPRO_INTAKE_URL", "http://127.0.0.1:" + port));
    }
}
