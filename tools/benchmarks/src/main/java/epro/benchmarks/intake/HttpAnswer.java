package epro.benchmarks.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An answer as it comes in. It reads no more of it than it must, its status and where it ends, so that whoever measures takes little of
 * the processors that are measured. Nothing may stand behind it, so one that comes in chunks is whole once it ends as chunks end.
 */
final class HttpAnswer {
    private static final String HEAD_END = "\r\n\r\n";
    private static final String CHUNKS_END = "\r\n0\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length: ";
    private static final int STATUS_AT = 9;

    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private String head = "";

    void clear() {
        bytes.clear();
        head = "";
    }

    /** Where what comes next is to be put. */
    ByteBuffer room() throws IOException {
        if (!bytes.hasRemaining()) {
            throw new IOException("an answer is longer than any that was expected");
        }
        return bytes;
    }

    boolean isWhole() {
        if (head.isEmpty()) {
            String text = text(0);
            int end = text.indexOf(HEAD_END);
            head = end < 0 ? "" : text.substring(0, end + HEAD_END.length()).toLowerCase(Locale.ROOT);
        }
        if (head.isEmpty()) {
            return false;
        }
        return head.contains("\r\ntransfer-encoding: chunked")
                ? text(head.length() - HEAD_END.length()).endsWith(CHUNKS_END)
                : bytes.position() >= head.length() + length();
    }

    int status() {
        return Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
    }

    /** Whether the server has said that it closes the connection. */
    boolean isLast() {
        return head.contains("\r\nconnection: close");
    }

    private int length() {
        int name = head.indexOf(LENGTH);
        int value = name + LENGTH.length();
        return name < 0 ? 0 : Integer.parseInt(head, value, head.indexOf('\r', value), 10);
    }

    private String text(int from) {
        return new String(bytes.array(), from, bytes.position() - from, StandardCharsets.ISO_8859_1);
    }
}
