package epro.processing.datacheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers for alerts as the notification service would. */
final class FakeNotification implements AutoCloseable {
    private final Map<String, String> alerts = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeNotification() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/alerts/lookup", this::lookUp);
        server.createContext("/api/v1/alerts/ae-ids", this::ids);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void forget() {
        alerts.clear();
    }

    void alert(String aeId, int revision, int delivered) {
        alerts.put(aeId, """
                {"aeId":"%s","alertId":"%s","revision":%d,"state":"NOTIFIED","joinedTo":null,"reasonForNone":null,
                 "deliveries":{"delivered":%d,"pending":0,"failed":0}}""".formatted(aeId, aeId, revision, delivered));
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody()).path("aeIds");
        String found = asked.valueStream()
                .map(JsonNode::asString)
                .filter(alerts::containsKey)
                .map(alerts::get)
                .collect(Collectors.joining(","));
        answer(exchange, "{\"items\":[" + found + "]}");
    }

    private void ids(HttpExchange exchange) throws IOException {
        String ids = alerts.keySet().stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        answer(exchange, "{\"items\":[" + ids + "],\"next\":null}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
