package epro.e2e;

import static org.awaitility.Awaitility.await;

import epro.testing.Http;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Asks for a data check and waits for its end. */
final class DataCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private DataCheck() {}

    static JsonNode run(Http ops) {
        String path = start(ops);
        return await().atMost(PATIENCE).until(() -> Pipeline.json(ops.get(path)), DataCheck::ended);
    }

    /** Where one is found that has begun. */
    static String start(Http ops) {
        HttpResponse<String> taken = await().atMost(PATIENCE)
                .until(() -> ops.post("/api/v1/data-checks", ""), answer -> answer.statusCode() == 202);
        return "/api/v1/data-checks/" + Pipeline.json(taken).path("dataCheckId").asString();
    }

    private static boolean ended(JsonNode check) {
        return !check.path("state").asString("RUNNING").equals("RUNNING");
    }
}
