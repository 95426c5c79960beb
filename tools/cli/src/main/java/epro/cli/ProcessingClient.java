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

/** Asks the processing service under one token. What an answer means is said by those who ask. */
public final class ProcessingClient implements AutoCloseable {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERED_WITHIN).build();
    private final URI processing;
    private final String token;

    public ProcessingClient(URI processing, String token) {
        this.processing = processing;
        this.token = token;
    }

    /** Whatever it answers, within twenty seconds. */
    public HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return send(method, path, "application/json", BodyPublishers.noBody());
    }

    /** The same with a body of this media type. */
    public HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(method, path, type, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(processing.resolve(path))
                .timeout(ANSWERED_WITHIN)
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
