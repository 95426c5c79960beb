package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One answer that the form does not allow.
 *
 * @param path the linkId, or {@code group[1].linkId} in a repeating group (counted from 0)
 * @param code why
 * @param severity what it leads to
 * @param message why, in words; never holds what the patient answered
 */
public record Violation(String path, ReasonCode code, Severity severity, String message) {

    /** As others read it. */
    public JsonValue json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("path", new JsonValue.Text(path));
        members.put("code", new JsonValue.Text(code.text()));
        members.put("severity", new JsonValue.Text(severity.name().toLowerCase(Locale.ROOT)));
        members.put("message", new JsonValue.Text(message));
        return new JsonValue.Members(members);
    }
}
