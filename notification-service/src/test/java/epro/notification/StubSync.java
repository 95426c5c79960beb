package epro.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Answers as nmpa-sync would, whoever shows a bearer token. */
public final class StubSync implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile int status = 200;

    public StubSync() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        says("", "{\"trials\":0}");
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on these are the runs, comma-separated objects, and this is the freshness. */
    public void says(String runs, String freshness) {
        answers.put("/api/v1/sync-runs?limit=10", "{\"items\":[" + runs + "],\"next\":null}");
        answers.put("/api/v1/freshness", freshness);
        status = 200;
    }

    /** From now on every answer has this status. */
    public void answersWith(int other) {
        status = other;
    }

    /** Lets requests come and answers none until it is closed. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            held.await();
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            String body = answers.get(exchange.getRequestURI().toString());
            int code = body == null ? 404 : status;
            byte[] bytes = String.valueOf(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(token.matches("Bearer \\S+") ? code : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        held.countDown();
        server.stop(0);
    }
}
