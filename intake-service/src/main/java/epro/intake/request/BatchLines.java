package epro.intake.request;

import epro.support.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The lines of a batch, one after the other as they come: at most 5,000 lines, 8 MiB in all, within a minute. Blank lines are
 * passed over, and counted. For one thread.
 */
final class BatchLines implements AutoCloseable {
    private static final BodyBounds BATCH = new BodyBounds(8 * 1024 * 1024, Duration.ofMinutes(1));
    private static final int LINES_MAX = 5_000;

    private final InputStream body;
    private int number;
    private long unpacked;
    private boolean ended;

    private BatchLines(InputStream body) {
        this.body = body;
    }

    static BatchLines of(HttpServletRequest request) throws IOException {
        return new BatchLines(new BufferedInputStream(BodyReader.open(request, BATCH)));
    }

    /** What to tell a sender whose batch could not be read. */
    static ProblemException refusal(IOException failure) {
        return BodyReader.refusal(failure, BATCH);
    }

    /** Whether all of it was read. */
    boolean ended() {
        return ended;
    }

    /** The line at which it stands, from 1 on. */
    int number() {
        return number;
    }

    /**
     * The next line that is not blank, without its end, and cut one byte behind where it is too long; null behind the last.
     *
     * @throws ProblemException where it is too much, or nothing that gzip made, or the sender stalls or is gone
     */
    byte @Nullable [] next() {
        try {
            byte[] line = read();
            while (line != null && isBlank(line)) {
                line = read();
            }
            ended = line == null;
            return line;
        } catch (IOException e) {
            throw BodyReader.refusal(e, BATCH);
        }
    }

    private byte @Nullable [] read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        int next = body.read();
        if (next < 0) {
            return null;
        }
        if (number > LINES_MAX) {
            throw tooManyLines();
        }
        for (; next >= 0 && next != '\n'; next = body.read()) {
            if (++unpacked > BATCH.bytesMax()) {
                throw BATCH.tooLarge();
            }
            if (line.size() <= BodyReader.BYTES_MAX) {
                line.write(next);
            }
        }
        return line.toByteArray();
    }

    private static ProblemException tooManyLines() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "too-many-lines", "A batch may have at most " + LINES_MAX + " lines.");
    }

    private static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
