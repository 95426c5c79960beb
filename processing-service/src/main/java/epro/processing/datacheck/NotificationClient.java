package epro.processing.datacheck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the notification service, whose tables are its own, what became of suspected adverse events. */
class NotificationClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NotificationSettings settings;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    NotificationClient(NotificationSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * What an alert says of itself.
     *
     * @param reached whether a delivery arrived, or why there is none is recorded
     */
    record AlertState(int revision, boolean reached) {}

    /** A part of the ids that have an alert. */
    record Ids(List<UUID> ids, @Nullable String next) {}

    boolean isKnown() {
        return settings.isKnown();
    }

    /** How old a suspected adverse event is before its alert must be there. */
    Duration grace() {
        return settings.grace();
    }

    /** The alerts of these suspected adverse events; one that is missing has none. */
    Map<UUID, AlertState> alerts(Collection<UUID> aeIds) throws IOException, InterruptedException {
        String body = json.writeValueAsString(
                Map.of("aeIds", aeIds.stream().map(UUID::toString).toList()));
        Map<UUID, AlertState> alerts = new HashMap<>();
        for (JsonNode item : call("POST", "/api/v1/alerts/lookup", body).path("items")) {
            boolean reached = item.path("deliveries").path("delivered").asInt(0) > 0
                    || item.path("reasonForNone").isString();
            alerts.put(
                    UUID.fromString(item.path("aeId").asString()),
                    new AlertState(item.path("revision").asInt(), reached));
        }
        return alerts;
    }

    /** All ids that have an alert, in parts. */
    Ids idsAfter(@Nullable String cursor) throws IOException, InterruptedException {
        String after = cursor == null ? "" : "&after=" + cursor;
        JsonNode page = call("GET", "/api/v1/alerts/ae-ids?limit=500" + after, "");
        List<UUID> ids = new ArrayList<>();
        page.path("items").forEach(id -> ids.add(UUID.fromString(id.asString())));
        return new Ids(ids, page.path("next").isString() ? page.path("next").asString() : null);
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        URI url = Objects.requireNonNull(settings.url());
        String token =
                Files.readString(Objects.requireNonNull(settings.tokenFile())).strip();
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the notification service answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }
}
