package epro.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls one service as one caller.
 *
 * @param root the service's address
 * @param token sent as bearer token; null: none
 */
public record Http(URI root, @Nullable String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The client's own time-out ends with the headers; a body that goes on for ever is to fail a test, not to hang it. */
    private static final Duration WHOLE_ANSWER = Duration.ofMinutes(1);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json");
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json");
    }

    /** Any method and content type. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.sendAsync(request.build(), BodyHandlers.ofString())
                    .get(WHOLE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(root + path + " can't be asked", e.getCause()));
        } catch (TimeoutException e) {
            throw new UncheckedIOException(new IOException(root + path + " did not end its answer", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Http to " + root;
    }
}
