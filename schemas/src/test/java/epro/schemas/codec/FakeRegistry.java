package epro.schemas.codec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;

/** Answers as a registry's Confluent-compatible API does, and can be away or hang. */
final class FakeRegistry implements AutoCloseable {

    enum Mood {
        WELL,
        FAILING,
        BEHIND_A_LOST_PROXY,
        HANGING
    }

    private final Map<String, String> schemas = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/apis/ccompat/v7/schemas/ids/", this::schema);
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    void becomes(Mood next) {
        mood = next;
    }

    int register(Schema schema) {
        int id = schemas.size() + 1;
        register(id, schema.toString());
        return id;
    }

    void register(int id, String schema) {
        schemas.put(Integer.toString(id), schema);
    }

    /** The ids that were asked for, in order. */
    List<String> asked() {
        return asked;
    }

    private void schema(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        asked.add(id);
        switch (mood) {
            case WELL -> answer(exchange, id);
            case FAILING -> send(exchange, 500, "{\"error_code\":50001,\"message\":\"away\"}");
            case BEHIND_A_LOST_PROXY -> send(exchange, 404, "<html>no such page</html>");
            case HANGING -> hang();
        }
    }

    private void answer(HttpExchange exchange, String id) throws IOException {
        String schema = schemas.get(id);
        if (schema == null) {
            send(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        } else {
            Map<String, JsonValue> body = new LinkedHashMap<>();
            body.put("schema", new JsonValue.Text(schema));
            send(exchange, 200, CanonicalJson.write(new JsonValue.Members(body)));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
