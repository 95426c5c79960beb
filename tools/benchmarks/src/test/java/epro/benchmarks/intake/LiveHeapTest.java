package epro.benchmarks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    private static final int MEBIBYTE = 1 << 20;

    private final HttpServer metrics = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    private byte @Nullable [] held;

    LiveHeapTest() throws IOException {
        metrics.createContext("/", LiveHeapTest::sayHeapInUse);
        metrics.start();
    }

    @AfterEach
    void close() {
        metrics.stop(0);
    }

    @Test
    void doesNotCountWhatIsDead() throws IOException, InterruptedException {
        LiveHeap heap = heap(ProcessHandle.current().pid());
        held = new byte[32 * MEBIBYTE];
        double with = heap.bytes();
        assertThat(held).hasSize(32 * MEBIBYTE);
        held = null;

        assertThat(with - heap.bytes()).isGreaterThan(24 * MEBIBYTE);
    }

    @Test
    void saysWhoseHeapCanNotBeCollected() {
        assertThatThrownBy(() -> heap(Integer.MAX_VALUE).bytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("process " + Integer.MAX_VALUE + " does not collect its garbage");
    }

    private LiveHeap heap(long pid) {
        return new LiveHeap(
                pid, URI.create("http://127.0.0.1:" + metrics.getAddress().getPort() + "/"));
    }

    private static void sayHeapInUse(HttpExchange exchange) throws IOException {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        byte[] said = "jvm_memory_used_bytes{area=\"heap\",id=\"all\"} %d\n"
                .formatted(used)
                .getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        }
    }
}
