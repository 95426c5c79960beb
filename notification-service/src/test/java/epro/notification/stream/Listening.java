package epro.notification.stream;

import epro.notification.RunningNotification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A client of the stream, which keeps all it hears. */
final class Listening implements AutoCloseable {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    /** Held, because a client that is collected takes its connections with it. */
    private final HttpClient client;

    private final InputStream in;
    private final Thread reader;

    private Listening(HttpClient client, InputStream in) {
        this.client = client;
        this.in = in;
        this.reader = Thread.startVirtualThread(this::read);
    }

    static Listening at(String site, @Nullable Long lastEventId) {
        return open(RunningNotification.root(), site, lastEventId);
    }

    /** One of the streams of this caller. */
    static Listening as(String subject) {
        return open(RunningNotification.root(), subject, "*", null);
    }

    static Listening of(ConfigurableApplicationContext service, String site) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return open(URI.create("http://127.0.0.1:" + port), site, null);
    }

    String text() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** The ids of the events so far. */
    List<Long> events() {
        return text().lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.valueOf(line.substring(4)))
                .toList();
    }

    boolean hasEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try {
            in.close();
            client.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody of whom no other test has heard. */
    private static Listening open(URI root, String site, @Nullable Long lastEventId) {
        return open(root, "crc-" + UUID.randomUUID(), site, lastEventId);
    }

    private static Listening open(URI root, String subject, String site, @Nullable Long lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve("/api/v1/alerts/stream"))
                .header("Authorization", "Bearer " + RunningNotification.token(subject, "crf:read", site));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        HttpClient client = HttpClient.newHttpClient();
        try {
            return new Listening(
                    client,
                    client.send(request.build(), BodyHandlers.ofInputStream()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                heard.write(buffer, 0, length);
            }
        } catch (IOException closed) {
            heard.writeBytes("\n: closed\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
