package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.IntakeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Phones that have sent what they had, and keep their connections. */
@Tag("slow")
@Timeout(60)
class IdlePhonesTest extends IntakeTest {
    private static final byte[] REQUEST =
            "GET /api/v1/submissions HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> phones = new ArrayList<>();

    @Test
    void leaveRoomForOthersAndAreLetGoAfterTenSeconds() throws IOException {
        try {
            while (phones.size() < 1_500) {
                phones.add(answered());
            }
            assertThat(submit(body(somePatient())).status()).isEqualTo(202);

            Socket last = phones.getLast();
            long start = System.nanoTime();
            last.getInputStream().readAllBytes();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
        } finally {
            for (Socket phone : phones) {
                phone.close();
            }
        }
    }

    /** Once the answer has begun it has a place. */
    private Socket answered() throws IOException {
        Socket phone = new Socket(InetAddress.getLoopbackAddress(), intake.port());
        phone.setSoTimeout(25_000);
        phone.getOutputStream().write(REQUEST);
        assertThat(phone.getInputStream().read()).isEqualTo('H');
        return phone;
    }
}
