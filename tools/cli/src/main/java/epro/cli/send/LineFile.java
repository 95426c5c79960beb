package epro.cli.send;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A file of lines, compressed by gzip or not, of which blank ones don't count.
 *
 * @param sha256 of the uncompressed content, hexadecimal
 * @param lines how many there are to send
 */
record LineFile(Path file, String sha256, long lines) {

    private static final int GZIP_MAGIC = 0x1f8b;

    /** Reads the file once. */
    static LineFile of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (BufferedReader reader = reader(new DigestInputStream(content(file), digest))) {
            long lines = reader.lines().filter(line -> !line.isBlank()).count();
            return new LineFile(file, HexFormat.of().formatHex(digest.digest()), lines);
        }
    }

    /** Hands over each line that is not blank, in order, with its number in the file, from 1. */
    void forEach(Sink sink) throws IOException, InterruptedException {
        try (BufferedReader reader = reader(content(file))) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    sink.take(number, line);
                }
            }
        }
    }

    /** Takes one line. */
    interface Sink {
        void take(long number, String line) throws InterruptedException;
    }

    private static InputStream content(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(raw) : raw;
    }

    private static BufferedReader reader(InputStream content) {
        return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
