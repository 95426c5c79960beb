package epro.intake.request;

import epro.support.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads a body of at most 64 KiB, packed and unpacked, within three seconds, however slowly its bytes come. A pause that is longer
 * than {@code server.tomcat.connection-timeout} ends it earlier.
 */
@Component
final class BodyReader {
    private static final int BYTES_MAX = 64 * 1024;
    private static final Duration TIME_MAX = Duration.ofSeconds(3);

    byte[] read(HttpServletRequest request) {
        boolean packed = isPacked(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw tooLarge();
        }
        try {
            byte[] sent = bytes(request.getInputStream(), Deadline.in(TIME_MAX));
            return packed ? unpacked(sent) : sent;
        } catch (ZipException e) {
            throw Refusals.bad("malformed-gzip", "The body is not what gzip makes.");
        } catch (IOException e) {
            throw isTimeout(e) ? tooSlow() : Refusals.bad("bad-request", "The body ended before it was complete.");
        }
    }

    private static byte[] bytes(InputStream body, Deadline deadline) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[8 * 1024];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            bytes.write(chunk, 0, count);
            if (bytes.size() > BYTES_MAX) {
                throw tooLarge();
            }
            if (deadline.passed()) {
                throw tooSlow();
            }
        }
        return bytes.toByteArray();
    }

    /** Of what is there as a whole: a stream that unpacks to nothing would be read without an end. */
    private static byte[] unpacked(byte[] sent) throws IOException {
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] bytes = content.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    private static boolean isPacked(@Nullable String encoding) {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "content-encoding-not-supported",
                        "A body is taken as it is, or packed by gzip.");
        };
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof SocketTimeoutException
                || (failure.getCause() != null && isTimeout(failure.getCause()));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A body may have at most 65536 bytes.");
    }

    private static ProblemException tooSlow() {
        return new ProblemException(
                HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The body did not arrive within three seconds.");
    }
}
