package epro.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer beside what the contract says of it: its status, code and media type, every member and every header that a client reads. */
final class DescribedAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "urn:epro:intake.yaml";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            registry -> registry.schemas(Map.of(DOCUMENT, JSON.writeValueAsString(Contract.document()))));
    private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

    /** What clients act on; others are the same everywhere, or of the way that an answer takes. */
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Allow",
            "Content-Location",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "WWW-Authenticate");

    private final String place;
    private final JsonNode responses;
    private final JsonNode response;
    private final Answer answer;

    private DescribedAnswer(String operation, Answer answer) {
        this.answer = answer;
        place = operation + "/responses/" + answer.status();
        responses = Contract.document().at(operation + "/responses");
        response = responses.path(Integer.toString(answer.status()));
    }

    /** Holds any answer of the service against the contract, if that knows the path. */
    static void check(String path, Answer answer) {
        Contract.operation(path).ifPresent(operation -> new DescribedAnswer(operation, answer).check());
    }

    private void check() {
        assertThat(response.isMissingNode()).as("described: " + place).isFalse();
        if (answer.status() >= 400) {
            assertThat(Contract.codes(response)).as(place).contains(answer.code());
        }
        HEADERS.forEach(this::checkHeader);
        checkBody();
    }

    private void checkHeader(String name) {
        JsonNode described = described(response.path("headers").path(name));
        Optional<String> sent = answer.headers().firstValue(name);
        String what = place + " " + name;
        if (sent.isEmpty()) {
            assertThat(described.path("required").asBoolean(false))
                    .as("sent: " + what)
                    .isFalse();
            return;
        }
        assertThat(described.isMissingNode()).as("described: " + what).isFalse();
        boolean number = described.path("schema").path("type").asString().equals("integer");
        assertFits(
                location(response.path("headers").path(name), name),
                number ? sent.get() : JSON.writeValueAsString(sent.get()));
    }

    private void checkBody() {
        String type = answer.header("Content-Type");
        assertThat(response.path("content").propertyNames()).as(place).contains(type);
        String schema = place + "/content/" + Contract.escaped(type) + "/schema";
        if (!type.equals("application/x-ndjson")) {
            assertFits(schema, answer.raw());
            return;
        }
        answer.raw().lines().forEach(line -> {
            assertFits(schema, line);
            checkLine(JSON.readTree(line));
        });
    }

    /** It says what the submission would have been answered alone. */
    private void checkLine(JsonNode line) {
        JsonNode alone = responses.path(line.path("status").asString());
        assertThat(alone.isMissingNode()).as(line.toString()).isFalse();
        assertThat(line.path("retryAfter").isNull())
                .as(line.toString())
                .isEqualTo(!alone.path("headers").has("Retry-After"));
        if (!line.path("code").isNull()) {
            assertThat(Contract.codes(alone)).contains(line.path("code").asString());
        }
    }

    private String location(JsonNode header, String name) {
        String reference = header.path("$ref").asString("#" + place + "/headers/" + name);
        return reference.substring(1) + "/schema";
    }

    private static JsonNode described(JsonNode header) {
        return header.has("$ref")
                ? Contract.document().at(header.path("$ref").asString().substring(1))
                : header;
    }

    private static void assertFits(String schema, String value) {
        Schema described =
                KNOWN.computeIfAbsent(schema, place -> SCHEMAS.getSchema(SchemaLocation.of(DOCUMENT + "#" + place)));
        assertThat(described.validate(
                        value,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(schema + ": " + value)
                .isEmpty();
    }
}
