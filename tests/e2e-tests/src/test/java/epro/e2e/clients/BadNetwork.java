package epro.e2e.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Between a client and intake: the first request of all is refused for a second, the next reaches intake and its answer is lost, all
 * others pass.
 */
final class BadNetwork implements AutoCloseable {
    private static final int REFUSED = 1;
    private static final int UNANSWERED = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();
    private final URI intake;
    private final HttpServer server;

    BadNetwork(URI intake) throws IOException {
        this.intake = intake;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The id of each request, in the order of arrival. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    private void pass(HttpExchange exchange) throws IOException {
        ids.add(header(exchange, "Idempotency-Key"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (ids.size()) {
            case REFUSED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(503, -1);
            }
            case UNANSWERED -> forward(exchange, body);
            default -> {
                HttpResponse<byte[]> answer = forward(exchange, body);
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
        exchange.close();
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(intake.resolve(exchange.getRequestURI()))
                .header("Authorization", header(exchange, "Authorization"))
                .header("Content-Type", header(exchange, "Content-Type"))
                .header("Idempotency-Key", header(exchange, "Idempotency-Key"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNull(exchange.getRequestHeaders().getFirst(name), name);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
