package epro.schemas.codec;

import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Asks the registry for a schema by its id. */
final class RegistryClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Limits LIMITS = new Limits(16, 1 << 22, 100);
    private static final JsonValue NO_SUCH_SCHEMA = new JsonValue.NumberText("40403");

    private final RegistrySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    RegistryClient(RegistrySettings settings) {
        this.settings = settings;
    }

    /**
     * Known, Unknown or Foreign.
     *
     * @throws IOException if the registry is away or answers with anything else than its yes or no
     */
    SchemaLookup fetch(int id) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(settings.schema(id))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return understood(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking for schema " + id);
        }
    }

    /** A 404 counts only with the registry's own code in it: a proxy's 404 must not condemn good records. */
    private static SchemaLookup understood(int status, byte[] body) throws IOException {
        JsonValue.Members answer = members(body);
        if (status == 200 && answer.values().get("schema") instanceof JsonValue.Text(String schema)) {
            return parsed(schema);
        }
        if (status == 404 && NO_SUCH_SCHEMA.equals(answer.values().get("error_code"))) {
            return new SchemaLookup.Unknown();
        }
        throw new IOException("the registry answered " + status);
    }

    private static JsonValue.Members members(byte[] body) throws IOException {
        try {
            if (StrictJson.read(body, LIMITS) instanceof JsonValue.Members members) {
                return members;
            }
        } catch (InvalidJson e) {
            throw new IOException("the registry's answer is no JSON", e);
        }
        throw new IOException("the registry's answer is no JSON object");
    }

    private static SchemaLookup parsed(String schema) {
        try {
            return new SchemaLookup.Known(new Schema.Parser().parse(schema));
        } catch (AvroRuntimeException e) {
            return new SchemaLookup.Foreign();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
