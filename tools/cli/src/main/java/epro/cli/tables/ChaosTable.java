package epro.cli.tables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import epro.benchmarks.Spread;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Runs by the fault that came first in them; those in which a fault was not seen to happen are in the first line only. */
final class ChaosTable {

    /** Evidence did not always say how many. */
    private static final int CLIENTS = 40;

    private ChaosTable() {}

    static String of(JsonNode evidence) {
        List<JsonNode> runs = evidence.path("runs").valueStream().toList();
        List<JsonNode> counted =
                runs.stream().filter(run -> run.path("counted").asBoolean()).toList();
        return head(evidence, runs, counted)
                + counted.stream().collect(groupingBy(ChaosTable::fault, TreeMap::new, toList())).entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(joining());
    }

    private static String head(JsonNode evidence, List<JsonNode> runs, List<JsonNode> counted) {
        return """
                %d runs (%d planned) of seed %d with %d clients at %s, of which %d count (each fault was seen to happen); %d submissions accepted, \
                %d violations.

                | fault | runs | with another | accepted | refused attempts | unknown | accepting again after s, median (longest) | recording again | quiet after | violations |
                |---|---|---|---|---|---|---|---|---|---|
                """.formatted(
                        runs.size(),
                        evidence.path("planned").asInt(),
                        evidence.path("seed").asLong(),
                        evidence.path("clients").asInt(CLIENTS),
                        evidence.path("commit").asString(),
                        counted.size(),
                        sum(runs, run -> run.path("accepted").asLong()),
                        violations(runs));
    }

    private static String fault(JsonNode run) {
        return run.path("faults").path(0).path("fault").asString();
    }

    private static String row(String name, List<JsonNode> runs) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %s | %s | %s | %d |\n",
                name,
                runs.size(),
                sum(runs, run -> run.path("faults").size() > 1 ? 1 : 0),
                sum(runs, run -> run.path("accepted").asLong()),
                sum(runs, run -> run.path("refused").asLong()),
                sum(runs, run -> run.path("unknown").asLong()),
                seconds(runs.stream().map(run -> run.path("recoveries").path(0).path("acceptedSeconds"))),
                seconds(runs.stream().map(run -> run.path("recoveries").path(0).path("recordedSeconds"))),
                seconds(runs.stream().map(run -> run.path("quietSeconds"))),
                violations(runs));
    }

    /** Median and longest; nothing where there are none, since nobody sent any more. */
    private static String seconds(Stream<JsonNode> figures) {
        List<Double> known =
                figures.filter(JsonNode::isNumber).map(JsonNode::asDouble).toList();
        if (known.isEmpty()) {
            return "";
        }
        Spread spread = Spread.of(known);
        return String.format(Locale.ROOT, "%.1f (%.1f)", spread.median(), spread.max());
    }

    private static long violations(List<JsonNode> runs) {
        return sum(
                runs,
                run -> run.path("violations")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .sum());
    }

    private static long sum(List<JsonNode> runs, ToLongFunction<JsonNode> figure) {
        return runs.stream().mapToLong(figure).sum();
    }
}
