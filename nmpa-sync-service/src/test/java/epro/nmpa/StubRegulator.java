package epro.nmpa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A register that tests can tell what to answer, and that counts connections and starts for itself. */
public final class StubRegulator implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> onceBefore = new ConcurrentHashMap<>();
    private final List<Long> starts = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private int most;

    public StubRegulator() {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on the trial has this status. */
    public void says(String registrationNumber, String status) {
        answers.put(registrationNumber, trial(registrationNumber, status));
    }

    /** From now on the whole answer, headers included, is this; empty: the connection is closed; null: unknown trial. */
    public void answers(String registrationNumber, @Nullable String answer) {
        if (answer == null) {
            answers.remove(registrationNumber);
        } else {
            answers.put(registrationNumber, answer);
        }
    }

    /** The next answers for the trial, before the one that it has. */
    public void answersFirst(String registrationNumber, String... next) {
        onceBefore.put(registrationNumber, new CopyOnWriteArrayList<>(next));
    }

    /** Lets requests come and answers none until {@link #answerAgain}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void answerAgain() {
        held.countDown();
    }

    public int requests() {
        return asked.size();
    }

    public long requestsFor(String registrationNumber) {
        return asked.stream().filter(registrationNumber::equals).count();
    }

    /** Nanosecond times at which requests arrived, in order. */
    public List<Long> starts() {
        return List.copyOf(starts);
    }

    public synchronized int connectionsMost() {
        return most;
    }

    public synchronized int connectionsOpen() {
        return open.size();
    }

    public static String trial(String registrationNumber, String status) {
        return ok("{\"registrationNumber\":\"%s\",\"status\":\"%s\"}".formatted(registrationNumber, status));
    }

    public static String ok(String body) {
        return head("200 OK", body, "") + body;
    }

    public static String refusal(String status, String retryAfter, String code) {
        String body = "{\"code\":\"" + code + "\"}";
        return head(status, body, retryAfter.isEmpty() ? "" : "Retry-After: " + retryAfter + "\r\n") + body;
    }

    private static String head(String status, String body, String more) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + more + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                opened(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                starts.add(System.nanoTime());
                String path = line.split(" ", -1)[1];
                while (!line.isEmpty()) {
                    line = in.readLine();
                }
                String answer = answer(path);
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                if (answer.isEmpty() || answer.endsWith("...")) {
                    return;
                }
            }
        } catch (IOException | InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closed(connection);
        }
    }

    private String answer(String path) throws InterruptedException {
        String number = URLDecoder.decode(path.substring("/api/v1/trials/".length()), StandardCharsets.UTF_8);
        asked.add(number);
        held.await();
        List<String> first = onceBefore.getOrDefault(number, List.of());
        if (!first.isEmpty()) {
            return first.removeFirst();
        }
        return answers.getOrDefault(number, refusal("404 Not Found", "", "unknown-trial"));
    }

    private synchronized void opened(Socket connection) {
        open.add(connection);
        most = Math.max(most, open.size());
    }

    private synchronized void closed(Socket connection) {
        open.remove(connection);
    }

    @Override
    public synchronized void close() {
        answerAgain();
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
