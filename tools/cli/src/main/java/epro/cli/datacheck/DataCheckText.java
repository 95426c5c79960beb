package epro.cli.datacheck;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A data check for people to read. */
final class DataCheckText {

    private DataCheckText() {}

    /** How far it has come, in one line. */
    static String progress(JsonNode check) {
        List<String> said = new ArrayList<>(compared(check));
        said.addFirst(check.path("stage").asString("starting"));
        return String.join(", ", said);
    }

    static String verdict(JsonNode check) {
        StringBuilder text = new StringBuilder(check.path("state").asString());
        text.append(": compared ").append(String.join(", ", compared(check)));
        check.path("findings")
                .forEach(finding -> text.append("\n  %-28s %s (%s)"
                        .formatted(
                                finding.path("code").asString(),
                                finding.path("subject").asString(),
                                finding.path("detail").asString())));
        check.path("found")
                .properties()
                .forEach(count ->
                        text.append("\n%d × %s".formatted(count.getValue().asLong(), count.getKey())));
        if (check.path("failure").isString()) {
            text.append("\n").append(check.path("failure").asString());
        }
        return text.toString();
    }

    /** What can't be compared yet is left out here. */
    private static List<String> compared(JsonNode check) {
        List<String> counts = new ArrayList<>();
        check.path("compared").properties().forEach(count -> {
            if (count.getValue().isNumber()) {
                counts.add(count.getValue().asLong() + " " + count.getKey());
            }
        });
        return counts;
    }
}
