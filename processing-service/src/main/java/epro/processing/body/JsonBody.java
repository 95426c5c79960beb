package epro.processing.body;

import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import epro.support.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** A request's body as JSON, read strictly and within limits. */
public final class JsonBody {
    private static final int BYTES_MAX = 1 << 20;

    private JsonBody() {}

    /**
     * Reads all of it, up to a mebibyte.
     *
     * @throws ProblemException 413 {@code body-too-large}, or 400 with a code that says what is wrong with the JSON
     */
    public static JsonValue read(InputStream body, Limits limits) throws IOException {
        return read(body, BYTES_MAX, limits);
    }

    /**
     * Reads all of a body that may have so many bytes.
     *
     * @throws ProblemException as above
     */
    public static JsonValue read(InputStream body, int bytesMax, Limits limits) throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large.");
        }
        try {
            return StrictJson.read(bytes, limits);
        } catch (InvalidJson e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, e.code(), "The body is not acceptable JSON.");
        }
    }
}
