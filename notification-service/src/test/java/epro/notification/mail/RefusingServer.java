package epro.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server for one client that answers one command in its own way, and lets go of whoever asks it for that. */
final class RefusingServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final String command;
    private final String answer;

    /** Answers every recipient alike. */
    RefusingServer(String answer) throws IOException {
        this("RCPT", answer);
    }

    /**
     * Answers one command.
     *
     * @param answer empty: hangs up
     */
    RefusingServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        Thread.startVirtualThread(this::serve);
    }

    /** What clients have said, but for mails. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (Socket client = socket.accept();
                OutputStream out = client.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                boolean refused = line.toUpperCase(Locale.ROOT).startsWith(command);
                if (refused && answer.isEmpty()) {
                    return;
                }
                say(out, refused ? answer : usual(line));
                if (line.startsWith("DATA")) {
                    skipTheMail(in);
                    say(out, "250 taken");
                }
            }
        } catch (IOException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String usual(String line) {
        return line.startsWith("DATA") ? "354 go on" : "250 ok";
    }

    private static void skipTheMail(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
