package epro.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection to intake, kept alive. Nothing is sent again on it, as clients of HTTP do unasked. */
final class KeptAlive implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream in;
    private final String head;

    KeptAlive(URI intake, String token) throws IOException {
        socket = new Socket(intake.getHost(), intake.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
        head = "POST /api/v1/submissions HTTP/1.1\r\nHost: intake\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /**
     * What was answered.
     *
     * @param headers by their names in lower case
     */
    record Answer(int status, Map<String, String> headers, JsonNode body) {

        /** Whether it is the connection's last. */
        boolean isLast() {
            return "close".equals(headers.get("connection"));
        }
    }

    /** Sends it whole and waits for its answer. */
    Answer send(String json) throws IOException {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        socket.getOutputStream().write((head + length + "\r\n\r\n" + json).getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = headers();
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, JsonMapper.shared().readTree(body));
    }

    /** Fails unless the connection ends here, in good order. */
    void requireEnd() throws IOException {
        assertThat(in.read()).isNegative();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed without an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
