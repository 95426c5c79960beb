package epro.intake.request;

import epro.schemas.json.SubmissionJson;
import epro.support.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Reads bodies, packed by gzip or not, however slowly their bytes come. A pause that is longer than
 * {@code server.tomcat.connection-timeout} ends one earlier than its bounds.
 */
final class BodyReader {
    /** How long a submission may be. */
    static final int BYTES_MAX = SubmissionJson.BYTES_MAX;

    private static final BodyBounds ONE_SUBMISSION = new BodyBounds(BYTES_MAX, Duration.ofSeconds(3));

    private BodyReader() {}

    /** A body of one submission, whole. */
    static byte[] read(HttpServletRequest request) {
        try (InputStream body = open(request, ONE_SUBMISSION, () -> {})) {
            return checked(body.readNBytes(BYTES_MAX + 1));
        } catch (IOException e) {
            throw refusal(e, ONE_SUBMISSION);
        }
    }

    /** What is not longer than a submission may be. */
    static byte[] checked(byte[] submission) {
        if (submission.length > BYTES_MAX) {
            throw ONE_SUBMISSION.tooLarge();
        }
        return submission;
    }

    /**
     * A body unpacked, as it comes. What comes out of it is bounded by whoever reads it.
     *
     * @param beforeEach asked before it waits for more, to fail where no more is to be waited for
     */
    static InputStream open(HttpServletRequest request, BodyBounds bounds, Runnable beforeEach) throws IOException {
        boolean packed = isPacked(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        requireLength(request);
        if (request.getContentLengthLong() > bounds.bytesMax()) {
            throw bounds.tooLarge();
        }
        BodyStream sent = new BodyStream(request.getInputStream(), bounds, beforeEach);
        return packed ? new UnpackedStream(sent) : sent;
    }

    /** What to tell a client whose body could not be read to its end. */
    static ProblemException refusal(IOException failure, BodyBounds bounds) {
        if (failure instanceof ZipException) {
            return Refusals.bad("malformed-gzip", "The body is not what gzip makes.");
        }
        return isTimeout(failure)
                ? bounds.tooSlow()
                : Refusals.bad("bad-request", "The body ended before it was complete.");
    }

    /** Without either of these there is no body, by mistake or because it is to end with the connection, which no server can take. */
    private static void requireLength(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            throw new ProblemException(
                    HttpStatus.LENGTH_REQUIRED,
                    "length-required",
                    "A request with a submission says how long it is, by Content-Length or in chunks.");
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
}
