package epro.cli.send;

import epro.schemas.Keys;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line that is safe to send more than once, since it carries a {@code submissionId}: its own, else one derived from the
 * file's content and the line's number, so that sending the same file again repeats nothing. Apart from that the line is
 * as it was, character for character; what is no JSON object is left for the service to refuse.
 *
 * @param derived whether the id was missing
 */
record Identified(String line, boolean derived) {

    private static final UUID NAMESPACE = UUID.fromString("6a3f8c0e-52f4-5d0e-9a53-3f0f4f0d9c1b");

    static Identified of(LineFile file, long number, String line) {
        JsonNode json = parse(line);
        if (!json.isObject() || json.has("submissionId")) {
            return new Identified(line, false);
        }
        UUID id = Keys.nameBased(NAMESPACE, file.sha256(), Long.toString(number));
        int afterBrace = line.indexOf('{') + 1;
        String separator = json.isEmpty() ? "" : ",";
        String member = "\"submissionId\":\"" + id + "\"" + separator;
        return new Identified(line.substring(0, afterBrace) + member + line.substring(afterBrace), true);
    }

    private static JsonNode parse(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException _) {
            return JsonMapper.shared().missingNode();
        }
    }
}
