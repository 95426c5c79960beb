package epro.cli.demo.harm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A coordinator's inbox that is left open: notes when each suspected adverse event came up on it, by the clock of whoever
 * looks. When the stream breaks it comes again and asks for what it missed.
 */
public final class Screen implements AutoCloseable {
    private static final Duration COME_AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(20);
    private static final String ID = "id: ";
    private static final String DATA = "data: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI stream;
    private final String token;
    private final InstantSource clock;
    private final Map<UUID, Instant> first = new ConcurrentHashMap<>();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();
    private final LongAdder repeats = new LongAdder();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread watching;
    private String lastNumber = "";

    private Screen(URI notification, String token, InstantSource clock) {
        this.stream = notification.resolve("/api/v1/alerts/stream");
        this.token = token;
        this.clock = clock;
        this.watching = Thread.ofVirtual().name("screen").unstarted(this::watch);
    }

    /** Returns when the stream has begun, so that nothing that comes later is missed. */
    public static Screen open(URI notification, String token, InstantSource clock) throws InterruptedException {
        Screen screen = new Screen(notification, token, clock);
        screen.watching.start();
        if (!screen.open.await(OPENS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            screen.close();
            throw new IllegalStateException("the stream of alerts did not begin within " + OPENS_WITHIN);
        }
        return screen;
    }

    /** When it first came up. */
    public Optional<Instant> saw(UUID aeId) {
        return Optional.ofNullable(first.get(aeId));
    }

    /** Changes that came up again, though they had been shown before. */
    public long repeats() {
        return repeats.sum();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(COME_AGAIN_AFTER);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token);
        if (!lastNumber.isEmpty()) {
            request.header("Last-Event-ID", lastNumber);
        }
        try {
            HttpResponse<Stream<String>> answer = http.send(request.build(), BodyHandlers.ofLines());
            if (answer.statusCode() == 200) {
                open.countDown();
                answer.body().forEach(this::line);
            }
        } catch (IOException | UncheckedIOException broken) {
            // The service went away; the caller comes again.
        }
    }

    /** A number without data is no change, but how far the server has looked. */
    private void line(String line) {
        if (line.startsWith(ID)) {
            lastNumber = line.substring(ID.length());
        } else if (line.startsWith(DATA)) {
            if (!numbers.add(lastNumber)) {
                repeats.increment();
            }
            String aeId = JsonMapper.shared()
                    .readTree(line.substring(DATA.length()))
                    .path("aeId")
                    .asString();
            first.putIfAbsent(UUID.fromString(aeId), clock.instant());
        }
    }

    @Override
    public void close() {
        watching.interrupt();
        http.shutdownNow();
    }
}
