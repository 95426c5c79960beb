package epro.benchmarks.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, kept open, for one thread; opened anew when the server has closed it. It reads no more of an answer
 * than its status, so that whoever measures takes little of the processors that are measured.
 */
final class HttpLine implements AutoCloseable {
    private static final int ANSWERED_WITHIN_MILLIS = 20_000;
    private static final int STATUS_AT = 9;
    private static final int HEX = 16;

    private final int port;
    private final byte[] line = new byte[8 * 1024];
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    HttpLine(int port) {
        this.port = port;
    }

    /** The status of the answer. */
    int send(byte[] request) throws IOException {
        try {
            Socket open = open();
            open.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(ANSWERED_WITHIN_MILLIS);
            in = new BufferedInputStream(open.getInputStream());
            socket = open;
        }
        return open;
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(text(readLine()).substring(STATUS_AT, STATUS_AT + 3));
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (int read = readLine(); read > 0; read = readLine()) {
            if (line[0] == 'C' || line[0] == 'c' || line[0] == 'T' || line[0] == 't') {
                String header = text(read).toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:")) {
                    length = Long.parseLong(
                            header.substring("content-length:".length()).strip());
                }
                chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
                last |= header.startsWith("connection:") && header.endsWith("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        long size = size();
        while (size > 0) {
            in.skipNBytes(size);
            readLine();
            size = size();
        }
        readLine();
    }

    private long size() throws IOException {
        return Long.parseLong(text(readLine()), HEX);
    }

    /** Its length, without its end. */
    private int readLine() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed in the middle of an answer");
            }
            if (next != '\r') {
                line[length++] = (byte) next;
            }
        }
        return length;
    }

    private String text(int length) {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                // As wanted.
            }
        }
    }
}
