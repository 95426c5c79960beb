package epro.cli.chaos;

import epro.cli.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acknowledges what is urgent, as somebody does where people are. What nobody acknowledges is called out again and again; from run to run
 * there would be more of it, until something is under way at any moment and nothing is ever quiet.
 */
final class Coordinator implements AutoCloseable {
    private static final Set<String> OPEN = Set.of("DETECTED", "NOTIFIED", "SEEN");
    private static final int TAKEN = 200;
    private static final int TAKEN_BEFORE = 409;

    private final ServiceClient notification;

    Coordinator(URI notification, String token) {
        this.notification = new ServiceClient(notification, token);
    }

    /**
     * All of a study that would be called out again.
     *
     * @return why some could not be; empty if all are
     */
    Optional<String> acknowledge(String study) throws InterruptedException {
        try {
            for (String alert : open(study)) {
                answer("POST", "/api/v1/alerts/" + alert + "/acknowledge", Set.of(TAKEN, TAKEN_BEFORE));
            }
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.of("its urgent alerts can't be acknowledged: " + e);
        }
    }

    private List<String> open(String study) throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            String page = "/api/v1/alerts?limit=500&studyId=" + study + cursor;
            JsonNode alerts = answer("GET", page, Set.of(TAKEN));
            for (JsonNode alert : alerts.path("items")) {
                boolean urgent = !alert.path("urgency").asString().equals("ROUTINE");
                if (urgent && OPEN.contains(alert.path("state").asString())) {
                    open.add(alert.path("alertId").asString());
                }
            }
            cursor = alerts.path("next").isString()
                    ? "&cursor=" + alerts.path("next").asString()
                    : null;
        }
        return open;
    }

    private JsonNode answer(String method, String path, Set<Integer> expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = notification.send(method, path);
        if (!expected.contains(answer.statusCode())) {
            throw new IOException("%s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        notification.close();
    }
}
