package epro.nmpa.trial;

import epro.support.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Lines of UTF-8 as they come in; there can only be so many, so long ones, within so long a time. */
final class BoundedLines {
    private static final int LINES_MAX = 100_000;
    private static final int BYTES_MAX = 4_096;
    private static final Duration TIME_MAX = Duration.ofSeconds(30);
    private static final int LOOK_AT_THE_CLOCK = 0xff;

    private final InputStream body;
    private final InstantSource clock;
    private final Instant end;
    private int number;

    BoundedLines(InputStream body, InstantSource clock) {
        this.body = body;
        this.clock = clock;
        this.end = clock.instant().plus(TIME_MAX);
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** The next line without its end; empty at the end of all. */
    Optional<String> next() throws IOException {
        int first = body.read();
        if (first < 0) {
            return Optional.empty();
        }
        number++;
        if (number > LINES_MAX) {
            throw BadLine.tooMany(number);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = first; next >= 0 && next != '\n'; next = body.read()) {
            line.write(next);
            requireBounds(line.size());
        }
        return Optional.of(text(line.toByteArray()));
    }

    private void requireBounds(int size) {
        if (size > BYTES_MAX) {
            throw BadLine.tooLong(number);
        }
        if ((size & LOOK_AT_THE_CLOCK) == 1 && clock.instant().isAfter(end)) {
            throw new ProblemException(
                    HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The body did not arrive within thirty seconds.");
        }
    }

    private String text(byte[] utf8) {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            String unmarked = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            return unmarked.endsWith("\r") ? unmarked.substring(0, unmarked.length() - 1) : unmarked;
        } catch (CharacterCodingException _) {
            throw BadLine.malformed(number);
        }
    }
}
