package epro.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service on ports of its own, and a client for it. */
public final class RunningService implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    public final Issuer issuer;

    public RunningService(Path folder) {
        var keySet = folder.resolve("keys.json");
        issuer = new Issuer(keySet);
        context = new SpringApplication(SampleService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.application.name=sample",
                        "--epro.auth.issuer=" + Issuer.NAME,
                        "--epro.auth.jwks=" + keySet.toUri());
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        return send("local.server.port", path, token, request -> request);
    }

    public HttpResponse<String> getWithToken(String path) {
        return get(path, issuer.token());
    }

    public HttpResponse<String> post(String path, String contentType, String accept) {
        return send(
                "local.server.port",
                path,
                issuer.token(),
                request -> request.header("Content-Type", contentType)
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString("{}")));
    }

    public HttpResponse<String> management(String path) {
        return send("local.management.port", path, null, request -> request);
    }

    public int port() {
        return port("local.server.port");
    }

    private int port(String name) {
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    private HttpResponse<String> send(
            String port, String path, @Nullable String token, UnaryOperator<HttpRequest.Builder> change) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(port) + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(change.apply(request).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
