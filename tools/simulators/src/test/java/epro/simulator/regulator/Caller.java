package epro.simulator.regulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at an address, with an HTTP client and raw sockets. */
final class Caller implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI regulator;
    private final List<Socket> sockets = new ArrayList<>();

    Caller(Regulator regulator) {
        this.regulator = regulator.address();
    }

    /** Opens so many connections and says nothing. */
    void open(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), regulator.getPort()));
        }
    }

    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    HttpResponse<String> trial(String segment) throws IOException, InterruptedException {
        return get("/api/v1/trials/" + segment);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(regulator.resolve(path)).build());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(regulator.resolve(path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        hangUp();
        http.close();
    }
}
