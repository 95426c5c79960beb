package epro.cli;

import epro.stack.ComposeFiles;
import epro.stack.Endpoints;
import epro.stack.Workspace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Finds the stack that {@code ./epro up} or {@code ./epro demo} has running in this project; or, where {@code EPRO_ENDPOINTS}
 * says so, a system that somebody else runs.
 */
public final class RunningStack {

    private static final String COMPOSE = "compose";
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration ASK_EVERY = Duration.ofMillis(500);

    private RunningStack() {}

    /**
     * Where everything is.
     *
     * @throws StackNotThere if none runs
     */
    public static Endpoints find() {
        String elsewhere = System.getenv().getOrDefault("EPRO_ENDPOINTS", "");
        if (!elsewhere.isEmpty()) {
            return at(elsewhere);
        }
        return Endpoints.in(Endpoints.file(Workspace.find().scratch()))
                .filter(Endpoints::alive)
                .orElseThrow(() -> new StackNotThere("no stack runs here; start one with ./epro up"));
    }

    /**
     * Where everything is of a system that somebody else runs.
     *
     * @param where {@code compose}, or a file like {@code endpoints.env}
     * @throws StackNotThere if there is no such file
     */
    public static Endpoints at(String where) {
        Path file = where.equals(COMPOSE) ? new ComposeFiles(Workspace.find()).endpoints() : Path.of(where);
        return Endpoints.in(file)
                .orElseThrow(
                        () -> new StackNotThere(file + " is not there; for Compose, ./epro compose-keys writes it"));
    }

    /**
     * Waits until a server answers at each of these addresses, at most three minutes.
     *
     * @param waiting hears of each that lets itself be waited for
     * @throws StackNotThere at once if nobody listens at the first of them; later if one stays silent
     */
    public static void awaitAnswers(Endpoints endpoints, Consumer<String> waiting, String... keys)
            throws InterruptedException {
        URI first = URI.create(endpoints.required(keys[0]));
        if (!listens(first)) {
            throw new StackNotThere("nothing answers at %s = %s".formatted(keys[0], first));
        }
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build()) {
            for (String key : keys) {
                awaitAnAnswer(http, key, URI.create(endpoints.required(key)), waiting);
            }
        }
    }

    /** Whether anybody takes a connection there. */
    public static boolean listens(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    Math.toIntExact(CONNECT_PATIENCE.toMillis()));
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static void awaitAnAnswer(HttpClient http, String key, URI address, Consumer<String> waiting)
            throws InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        boolean told = false;
        while (!answers(http, address)) {
            if (System.nanoTime() > deadline) {
                throw new StackNotThere("nothing answers at %s = %s".formatted(key, address));
            }
            if (!told) {
                waiting.accept("  Waiting for %s = %s".formatted(key, address));
                told = true;
            }
            Thread.sleep(ASK_EVERY);
        }
    }

    /** Any answer will do: it comes from a server, and not from an engine that holds its port open. */
    private static boolean answers(HttpClient http, URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(CONNECT_PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
