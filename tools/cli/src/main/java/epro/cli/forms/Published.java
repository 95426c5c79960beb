package epro.cli.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered to one form; code and detail only where it refused. */
record Published(
        String file,
        String id,
        String version,
        int status,
        @Nullable String code,
        @Nullable String detail) {

    private static final Map<Integer, String> WORDS = Map.of(
            200, "stands there already",
            201, "published",
            409, "refused: another form stands there under this id and version");

    static Published of(FormFile form, int status, String body) {
        JsonNode problem = status < 300 ? JsonMapper.shared().createObjectNode() : problem(body);
        return new Published(
                form.file().toString(),
                form.id(),
                form.version(),
                status,
                problem.path("code").asString(null),
                problem.path("detail").asString(null));
    }

    boolean accepted() {
        return status == 200 || status == 201;
    }

    String text() {
        String otherwise = "refused: %d %s %s".formatted(status, code, detail);
        return "%s %s: %s".formatted(id, version, WORDS.getOrDefault(status, otherwise));
    }

    private static JsonNode problem(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
