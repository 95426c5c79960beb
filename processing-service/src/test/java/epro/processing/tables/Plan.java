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
     * @param rows that it looked at, fit or not; 0 where the statement was not tried out
     */
    record Step(String kind, String relation, long rows) {}

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

    /** How many rows it looked at in these tables. */
    long rowsRead(Set<String> tables) {
        return steps.stream()
                .filter(step -> tables.contains(step.relation()))
                .mapToLong(Step::rows)
                .sum();
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
                node.path("Node Type").asString(""), node.path("Relation Name").asString(""), rows(node));
        return Stream.concat(Stream.of(step), node.path("Plans").valueStream().flatMap(Plan::steps));
    }

    private static long rows(JsonNode node) {
        double each = Stream.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
                .mapToDouble(name -> node.path(name).asDouble(0))
                .sum();
        return Math.round(each * node.path("Actual Loops").asDouble(0));
    }
}
