package epro.cli.deadletters;

import epro.cli.Refused;
import epro.cli.ServiceClient;
import epro.cli.StackNotThere;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks processing for dead letters. */
final class DeadLetterClient implements AutoCloseable {

    private static final String LETTERS = "/api/v1/dead-letters";
    private static final int UNAVAILABLE = 503;

    private final ServiceClient processing;

    DeadLetterClient(URI processing, String token) {
        this.processing = new ServiceClient(processing, token);
    }

    /** All of them, in the order of storage; of one reason, if one is given. */
    List<JsonNode> all(@Nullable String reason) throws IOException, InterruptedException {
        String narrowed = LETTERS + "?limit=500" + parameter("reason", reason);
        List<JsonNode> letters = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonNode page = send("GET", narrowed + parameter("cursor", cursor), 200);
            page.path("items").forEach(letters::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        } while (cursor != null);
        return letters;
    }

    /** Sends the record of this place, {@code TOPIC-ID/PARTITION/OFFSET}, through the topic once more. */
    JsonNode replay(String place) throws IOException, InterruptedException {
        return send("POST", LETTERS + "/" + place + "/replay", 202);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private JsonNode send(String method, String path, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = processing.send(method, path);
        if (answer.statusCode() == UNAVAILABLE) {
            throw new StackNotThere("processing is not fit to answer: " + answer.body());
        }
        if (answer.statusCode() != expected) {
            throw new Refused("%s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        processing.close();
    }
}
