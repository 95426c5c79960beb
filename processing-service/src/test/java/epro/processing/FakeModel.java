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
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that finds a rash where the word stands, fails on poison, is surer than sure of nonsense, never comes to the end of
 * what it says of dawdling, and can be away. One for all tests.
 */
public final class FakeModel {
    private static final FakeModel SHARED = new FakeModel();

    private final HttpServer server;
    private final AtomicInteger mostTexts = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean vague;

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

    /** Answers without what the protocol demands beside the scores, whatever the text. */
    public static void vague(boolean vague) {
        SHARED.vague = vague;
    }

    /** The largest number of texts that came in one call. */
    public static int mostTexts() {
        return SHARED.mostTexts.get();
    }

    private void infer(HttpExchange exchange) throws IOException {
        List<Double> scores = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        String words = "";
        JsonNode question = JsonMapper.shared().readTree(exchange.getRequestBody());
        for (JsonNode text : question.path("inputs").path(0).path("data")) {
            boolean rash = text.asString().contains("rash");
            words += text.asString();
            scores.add(rash ? 0.8 : words.contains("nonsense") ? 7.0 : 0.0);
            terms.add(
                    rash
                            ? "[{\"system\":\"urn:epro:symptom\",\"code\":\"rash\",\"display\":\"Rash\",\"score\":0.8}]"
                            : "[]");
        }
        mostTexts.accumulateAndGet(scores.size(), Math::max);
        int status = away ? 503 : words.contains("poison") ? 500 : 200;
        int held = words.contains("dawdling") ? 1 : 0;
        answer(exchange, status, held, body(scores, terms));
    }

    /** The length is told, and so many bytes of it are held back. */
    private static void answer(HttpExchange exchange, int status, int held, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, body.length - held);
        exchange.getResponseBody().flush();
        if (held == 0) {
            exchange.close();
        }
    }

    private byte[] body(List<Double> scores, List<String> terms) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "model_name",
                        "ae-lexicon",
                        vague ? "version" : "model_version",
                        "fake-1",
                        "outputs",
                        List.of(
                                Map.of("name", "score", "datatype", "FP64", "data", scores),
                                Map.of("name", "terms", "datatype", "BYTES", "data", terms))))
                .getBytes(StandardCharsets.UTF_8);
    }
}
