package epro.notification.journal;

import epro.notification.alert.Evidence;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as it stands in a row. */
final class EvidenceJson {
    private static final JsonMapper JSON = new JsonMapper();

    private EvidenceJson() {}

    static String write(Evidence evidence) {
        return JSON.writeValueAsString(evidence);
    }

    static Evidence read(String json) {
        return JSON.readValue(json, Evidence.class);
    }
}
