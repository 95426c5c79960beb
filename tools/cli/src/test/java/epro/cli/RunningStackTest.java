package epro.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.stack.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void waitsForOneThatOnlyHoldsItsPortOpen() throws IOException, InterruptedException {
        try (ServerSocket starting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUpForAWhileThenAnswer(starting));
            List<String> waitedFor = new ArrayList<>();

            RunningStack.awaitAnswers(intakeAt(starting.getLocalPort()), waitedFor::add, "EPRO_INTAKE_URL");

            assertThat(waitedFor).singleElement().asString().contains("Waiting for EPRO_INTAKE_URL");
        }
    }

    @Test
    void noticesThatNobodyListens() {
        Endpoints closed = intakeAt(1);

        assertThatThrownBy(() -> RunningStack.awaitAnswers(closed, _ -> {}, "EPRO_INTAKE_URL"))
                .isInstanceOf(StackNotThere.class)
                .hasMessageContaining("nothing answers at EPRO_INTAKE_URL");
    }

    /** The first visitor only looks whether anybody listens; the next ones, of whom the client sends some by itself, find no server. */
    private static void hangUpForAWhileThenAnswer(ServerSocket starting) {
        try {
            for (int visitor = 0; visitor < 8; visitor++) {
                starting.accept().close();
            }
            try (Socket visitor = starting.accept()) {
                visitor.getOutputStream()
                        .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoints intakeAt(int port) {
        return new Endpoints(Map.of("EPRO_INTAKE_URL", "http://127.0.0.1:" + port));
    }
}
