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

    private static final byte[] NOTHING = {};

    private final InputStream body;
    private byte[] line = NOTHING;
    private int number;
    private long unpacked;
    private boolean ended;

    private BatchLines(InputStream body) {
        this.body = body;
    }

    /** @param requireRunning asked whenever more is waited for, for a blank line or a part of one too, to fail where it is not to be */
    static BatchLines of(HttpServletRequest request, Runnable requireRunning) throws IOException {
        var sent = request.getInputStream();
        var body = BodyReader.open(request, BATCH, () -> {
            if (!sent.isFinished()) {
                requireRunning.run();
            }
        });
        return new BatchLines(new BufferedInputStream(body));
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

    /** That line, if it was read whole; empty where it was not. */
    byte[] line() {
        return line;
    }

    /**
     * The next line that is not blank, without its end, and cut one byte behind where it is too long; null behind the last.
     *
     * @throws ProblemException where it is too much, or nothing that gzip made, or the sender stalls or is gone
     */
    byte @Nullable [] next() {
        line = NOTHING;
        try {
            byte[] next = read();
            while (next != null && isBlank(next)) {
                next = read();
            }
            ended = next == null;
            line = next == null ? NOTHING : next;
            return next;
        } catch (IOException e) {
            throw BodyReader.refusal(e, BATCH);
        }
    }

    private byte @Nullable [] read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
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
            if (text.size() <= BodyReader.BYTES_MAX) {
                text.write(next);
            }
        }
        return text.toByteArray();
    }

    private static ProblemException tooManyLines() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "too-many-lines", "A batch may have at most " + LINES_MAX + " lines.");
    }

    private static boolean isBlank(byte[] text) {
        for (byte one : text) {
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
