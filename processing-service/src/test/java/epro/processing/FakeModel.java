package epro.processing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that finds a rash where the word stands, fails on poison, and can be away. One for all tests. */
public final class FakeModel {
    private static final FakeModel SHARED = new FakeModel();

    private final HttpServer server;
    private volatile boolean away;

    private FakeModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/models/ae-lexicon/infer", this::infer);
        server.start();
    }

    static String url() {
        return "http://127.0.0.1:" + SHARED.server.getAddress().getPort();
    }

    /** Answers 503 to everything until it is back. */
    public static void away(boolean away) {
        SHARED.away = away;
    }

    private void infer(HttpExchange exchange) throws IOException {
        List<Double> scores = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        boolean poisoned = false;
        JsonNode question = JsonMapper.shared().readTree(exchange.getRequestBody());
        for (JsonNode text : question.path("inputs").path(0).path("data")) {
            boolean rash = text.asString().contains("rash");
            poisoned |= text.asString().contains("poison");
            scores.add(rash ? 0.8 : 0.0);
            terms.add(
                    rash
                            ? "[{\"system\":\"urn:epro:symptom\",\"code\":\"rash\",\"display\":\"Rash\",\"score\":0.8}]"
                            : "[]");
        }
        answer(exchange, away ? 503 : poisoned ? 500 : 200, scores, terms);
    }

    private static void answer(HttpExchange exchange, int status, List<Double> scores, List<String> terms)
            throws IOException {
        byte[] body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "model_name", "ae-lexicon",
                        "model_version", "fake-1",
                        "outputs",
                                List.of(
                                        Map.of("name", "score", "datatype", "FP64", "data", scores),
                                        Map.of("name", "terms", "datatype", "BYTES", "data", terms))))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
