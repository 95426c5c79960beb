package epro.cli.tables;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Lanes, ratios and goals of a benchmark. */
final class BenchTable {

    private BenchTable() {}

    static String of(JsonNode evidence) {
        return "Measured at %s; rounds: %d.\n\n"
                        .formatted(
                                evidence.path("commit").asString(),
                                evidence.path("rounds").asInt())
                + lanes(evidence.path("lanes"))
                + ratios(evidence.path("ratios"))
                + goals(evidence.path("goals"));
    }

    private static String lanes(JsonNode lanes) {
        return lanes.propertyStream()
                .map(entry -> lane(entry.getKey(), entry.getValue()))
                .collect(joining("", """
                        | lane | a second, median (least to most) | p50 ms | p99 ms | processor µs for one | verified |
                        |---|---|---|---|---|---|
                        """, "\n"));
    }

    private static String lane(String name, JsonNode lane) {
        JsonNode speed = lane.path("perSecond");
        String processors = lane.path("cpuMicros")
                .propertyStream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(joining(", "));
        return "| `%s` | %s (%s to %s) | %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        number(speed.path("median")),
                        number(speed.path("min")),
                        number(speed.path("max")),
                        number(lane.path("p50Ms")),
                        number(lane.path("p99Ms")),
                        processors,
                        yes(lane.path("verified")));
    }

    private static String ratios(JsonNode ratios) {
        return ratios.propertyStream()
                .map(entry -> "| `%s` | %s |\n".formatted(entry.getKey(), number(entry.getValue())))
                .collect(joining("", "| ratio | |\n|---|---|\n", "\n"));
    }

    private static String goals(JsonNode goals) {
        return goals.valueStream()
                .map(goal -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                goal.path("name").asString(),
                                goal.path("goal").asString(),
                                number(goal.path("measured")),
                                yes(goal.path("met"))))
                .collect(joining("", "| goal | wanted | measured | met |\n|---|---|---|---|\n", ""));
    }

    private static String yes(JsonNode flag) {
        return flag.asBoolean() ? "yes" : "**no**";
    }

    /** Three digits below ten, one decimal below a thousand, none above. */
    private static String number(JsonNode number) {
        double value = number.asDouble();
        if (value >= 1_000 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return value >= 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
