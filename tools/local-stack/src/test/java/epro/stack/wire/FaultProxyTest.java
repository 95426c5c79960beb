package epro.stack.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import epro.stack.wire.Behaviour.CuttingAfter;
import epro.stack.wire.Behaviour.Delaying;
import epro.stack.wire.Behaviour.Passing;
import epro.stack.wire.Behaviour.Resetting;
import epro.stack.wire.Behaviour.Swallowing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final int A_MOMENT = 200;
    private static final int PATIENCE = 20_000;

    private final Echo echo = new Echo();
    private final FaultProxy proxy = new FaultProxy(echo.port());

    FaultProxyTest() throws IOException {}

    @AfterEach
    void close() {
        proxy.close();
        echo.close();
    }

    @Test
    void passesBytesBothWays() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            assertThat(echoOf(client, "again")).isEqualTo("again");
        }
        assertThat(proxy.tally()).isEqualTo(Tally.NONE);
    }

    @Test
    void delaysWhatPassesAndCountsIt() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            proxy.become(new Delaying(Duration.ofMillis(A_MOMENT)));

            long began = System.nanoTime();
            assertThat(echoOf(client, "later")).isEqualTo("later");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(2 * A_MOMENT - 20));
            assertThat(proxy.tally().delayed()).isEqualTo(10);
        }
    }

    @Test
    void staysSilentForGoodToAConnectionThatHasLostBytes() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            proxy.become(new Swallowing());
            write(client, "lost");
            await().until(() -> proxy.tally().swallowed() == 4);
            proxy.become(new Passing());

            write(client, "more");
            client.setSoTimeout(A_MOMENT);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.tally().swallowed()).isEqualTo(8);
        }
        try (Socket other = connected()) {
            assertThat(echoOf(other, "new")).isEqualTo("new");
        }
    }

    @Test
    void letsAConnectionGoOnThatLostNothingInTheSilence() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            proxy.become(new Swallowing());
            proxy.become(new Passing());

            assertThat(echoOf(client, "again")).isEqualTo("again");
        }
    }

    @Test
    void tellsNobodyThatTheOtherHasLeftUntilTheSilenceIsOver() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            proxy.become(new Swallowing());
        }
        await().during(Duration.ofMillis(A_MOMENT)).until(() -> echo.left() == 0);

        proxy.become(new Passing());
        await().until(() -> echo.left() == 1);
    }

    @Test
    void resetsWhatIsOpenAndWhatIsTried() throws IOException {
        try (Socket open = connected()) {
            assertThat(echoOf(open, "hello")).isEqualTo("hello");
            proxy.become(new Resetting());

            assertThatThrownBy(() -> open.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            try (Socket tried = connected()) {
                assertThatThrownBy(() -> tried.getInputStream().read()).isInstanceOf(SocketException.class);
            }
        }
        await().until(() -> proxy.tally().resets() == 2);
    }

    @Test
    void cutsInTheMiddleOfAMessage() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoOf(client, "hello")).isEqualTo("hello");
            proxy.become(new CuttingAfter(9));
            write(client, "sixsix");

            assertThat(client.getInputStream().readAllBytes()).hasSize(3);
        }
        await().until(() -> proxy.tally().cuts() == 1);
        try (Socket other = connected()) {
            write(other, "other");
            assertThat(other.getInputStream().readNBytes(4)).hasSize(4);
            assertThat(other.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void resetsWhoCanNotBeBroughtThrough() throws IOException {
        echo.close();
        try (Socket client = connected()) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertThat(proxy.tally().resets()).isZero();
    }

    private Socket connected() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(PATIENCE);
        return client;
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String echoOf(Socket client, String text) throws IOException {
        write(client, text);
        return new String(client.getInputStream().readNBytes(text.length()), US_ASCII);
    }
}
