package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One change that cleaning made to an answer.
 *
 * @param path as a violation's
 * @param rule what was done, such as {@code trim}
 * @param before the answer before this change
 * @param after the answer after it
 */
public record Cleaning(String path, String rule, JsonValue before, JsonValue after) {

    /** As others read it. */
    public JsonValue json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("path", new JsonValue.Text(path));
        members.put("rule", new JsonValue.Text(rule));
        members.put("before", before);
        members.put("after", after);
        return new JsonValue.Members(members);
    }
}
