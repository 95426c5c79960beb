package epro.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The last lines of a log, of at most its last 16 KiB. */
public final class LogTail {

    private static final int BYTES_MAX = 16 * 1024;

    private LogTail() {}

    /** The last so many lines; empty where there is no log. */
    public static String of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES_MAX);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            String[] all = new String(end, StandardCharsets.UTF_8).strip().split("\n", -1);
            int first = Math.max(0, all.length - lines);
            return String.join("\n", Arrays.copyOfRange(all, first, all.length));
        } catch (IOException _) {
            return "";
        }
    }
}
