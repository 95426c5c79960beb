package epro.processing.tables;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a statement is answered.
 *
 * @param steps of all its parts
 */
record Plan(String sql, List<Step> steps) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A node of the plan.
     *
     * @param relation the table that it reads; empty if it reads none
     */
    record Step(String kind, String relation) {}

    static Plan of(String sql, String json) {
        return new Plan(sql, steps(JSON.readTree(json).get(0).get("Plan")).toList());
    }

    /** Those of the tables that it reads from end to end. */
    Set<String> readWhole(Set<String> tables) {
        return steps.stream()
                .filter(step -> step.kind().equals("Seq Scan") && tables.contains(step.relation()))
                .map(Step::relation)
                .collect(Collectors.toSet());
    }

    /** What it reads whose name begins so. */
    Set<String> relations(String prefix) {
        return steps.stream()
                .filter(step -> step.kind().contains("Scan") && step.relation().startsWith(prefix))
                .map(Step::relation)
                .collect(Collectors.toSet());
    }

    private static Stream<Step> steps(JsonNode node) {
        var step = new Step(
                node.path("Node Type").asString(""), node.path("Relation Name").asString(""));
        return Stream.concat(Stream.of(step), node.path("Plans").valueStream().flatMap(Plan::steps));
    }
}
