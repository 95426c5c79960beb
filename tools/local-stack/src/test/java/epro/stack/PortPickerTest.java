package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortPickerTest {

    @Test
    void stepsAroundAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = PortPicker.preferred().pick(taken.getLocalPort());

            assertThat(port).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void stepsAroundAPortThatIsTakenOnAllAddresses() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(PortPicker.preferred().pick(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void handsOutNoPortTwice() {
        PortPicker picker = PortPicker.preferred();
        Set<Integer> ports =
                IntStream.range(0, 20).map(_ -> picker.pick(23_456)).boxed().collect(Collectors.toSet());

        assertThat(ports).hasSize(20);
    }

    @Test
    void handsOutNoPortThatAnotherStackHasChosenAndNotOpenedYet() throws IOException, InterruptedException {
        int chosen = PortPicker.preferred().pick(24_567);

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherStack.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(Integer.toString(chosen + 1));
        assertThat(other.waitFor()).isZero();
    }

    /** Chooses a port as another process does. */
    static final class OtherStack {
        public static void main(String[] args) {
            System.out.println(PortPicker.preferred().pick(24_567));
        }
    }

    @Test
    void staysBelowTheRangeOfOutgoingConnections() {
        PortPicker picker = PortPicker.anywhere(new Random(7));

        assertThat(IntStream.range(0, 50).map(_ -> picker.pick(9092)))
                .allMatch(port -> port >= 20_000 && port < 32_000);
    }
}
