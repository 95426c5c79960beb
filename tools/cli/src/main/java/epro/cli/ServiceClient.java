package epro.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks one service under one token. What an answer means is said by those who ask. Thread-safe. */
public final class ServiceClient implements AutoCloseable {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI service;
    private final String token;
    private final Duration patience;

    /** Waits twenty seconds for an answer. */
    public ServiceClient(URI service, String token) {
        this(service, token, USUAL_PATIENCE);
    }

    /** Waits so long for an answer. */
    public ServiceClient(URI service, String token, Duration patience) {
        this.service = service;
        this.token = token;
        this.patience = patience;
    }

    /** Whatever it answers. */
    public HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return send(method, path, "application/json", BodyPublishers.noBody());
    }

    /** The same with a body of this media type. */
    public HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(method, path, type, BodyPublishers.ofString(body));
    }

    /** The same with a body of this media type. */
    public HttpResponse<String> send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
