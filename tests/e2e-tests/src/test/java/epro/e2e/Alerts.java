package epro.e2e;

import static org.awaitility.Awaitility.await;

import epro.testing.Http;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What a coordinator sees of one study. */
record Alerts(Http notification, String studyId) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    List<JsonNode> all() {
        JsonNode page = Pipeline.json(notification.get("/api/v1/alerts?limit=500&studyId=" + studyId));
        return page.path("items").valueStream().toList();
    }

    /** The only one there is, once it is as it shall be. */
    JsonNode awaitOne(Predicate<JsonNode> asItShallBe) {
        return await().atMost(PATIENCE)
                .until(this::all, alerts -> alerts.size() == 1 && asItShallBe.test(alerts.getFirst()))
                .getFirst();
    }

    static boolean wasDelivered(JsonNode alert) {
        return alert.path("deliveries")
                .valueStream()
                .anyMatch(delivery -> delivery.path("state").asString().equals("DELIVERED"));
    }
}
