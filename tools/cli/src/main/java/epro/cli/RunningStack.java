package epro.cli;

import epro.stack.ComposeFiles;
import epro.stack.Endpoints;
import epro.stack.Workspace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Finds the stack that {@code ./epro up} or {@code ./epro demo} has running in this project; or, where {@code EPRO_ENDPOINTS}
 * says so, a system that somebody else runs.
 */
public final class RunningStack {

    private static final String COMPOSE = "compose";
    private static final int CONNECT_MILLIS = 3_000;

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

    /** Fails where nobody listens at one of these addresses. */
    public static void demandAnAnswer(Endpoints endpoints, String... keys) throws IOException {
        for (String key : keys) {
            URI address = URI.create(endpoints.required(key));
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            } catch (ConnectException | SocketTimeoutException e) {
                throw new StackNotThere("nothing answers at " + key + " = " + address);
            }
        }
    }
}
