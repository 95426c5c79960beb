package epro.benchmarks.intake;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeneratorTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final Semaphore stall = new Semaphore(0);
    private final HttpServer server = open();

    @BeforeEach
    void serve() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void sendsEverySubmissionUnderAnIdOfItsOwn() throws InterruptedException {
        Served served = generator(4).saturate(Duration.ofMillis(500));

        assertThat(served.accepted()).isPositive();
        assertThat(ids).hasSize(requests.get());
        assertThat(served.accepted() + served.refused()).isEqualTo(requests.get());
        assertThat(served.others()).isEmpty();
    }

    @Test
    void keepsThePaceAndTellsRefusalsApart() throws InterruptedException {
        Served served = generator(8).pace(200, Duration.ofSeconds(1));

        assertThat(requests).hasValue(200);
        assertThat(served.refused()).isEqualTo(20);
        assertThat(served.onlyAccepted()).isFalse();
    }

    @Test
    void countsAsSlowAlsoWhatASlowAnswerHasKeptWaiting() throws InterruptedException {
        stall.release();
        Served served = generator(1).pace(100, Duration.ofSeconds(1));

        assertThat(served.acceptedMs(50)).isGreaterThan(50);
    }

    @Test
    void entersAllThatItSentLateItself() throws IOException, InterruptedException {
        Served served = new Served();
        try (HttpLines lines = new HttpLines(server.getAddress().getPort(), 10)) {
            lines.play(new TenWhoseSenderStoodStill(System.nanoTime(), served), posts());
        }

        assertThat(served.all()).isEqualTo(10);
        assertThat(served.lateMs(1)).isGreaterThan(50);
    }

    @Test
    void countsWhatBroke() throws InterruptedException {
        server.stop(0);
        Served served = generator(2).pace(100, Duration.ofMillis(100));

        assertThat(served.others()).containsExactly(entry(0, 10L));
    }

    private Generator generator(int connections) {
        return new Generator(server.getAddress().getPort(), posts(), connections);
    }

    private static Posts posts() {
        return new Posts("/x", "token", "test");
    }

    /** Ten that are due at once, and asked for a while later. */
    private record TenWhoseSenderStoodStill(long due, Served all) implements Agenda {

        @Override
        public long due(long number) {
            while (System.nanoTime() - due < 60_000_000) {
                Thread.onSpinWait();
            }
            return number < 10 ? due : OVER;
        }

        @Override
        public Served served(long number) {
            return all;
        }
    }

    /** Every tenth is refused; whoever meets the stall waits. */
    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        ids.add(body.path("submissionId").asString());
        if (stall.tryAcquire()) {
            try {
                new Semaphore(0).tryAcquire(700, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(requests.incrementAndGet() % 10 == 0 ? 503 : 202, -1);
        exchange.close();
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
