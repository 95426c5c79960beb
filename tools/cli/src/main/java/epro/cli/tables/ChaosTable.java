package epro.cli.tables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/** Runs by the fault that came first in them. */
final class ChaosTable {

    /** As many as there were before it was recorded how many. */
    private static final int FEW = 40;

    private ChaosTable() {}

    static String of(JsonNode evidence) {
        List<JsonNode> runs = evidence.path("runs").valueStream().toList();
        long counted = runs.stream().filter(ChaosTable::counted).count();
        String head = """
                %d runs of seed %d with %d clients at %s, of which %d count (each fault was seen to happen).

                | fault | runs | with another | accepted | refused attempts | unknown | quiet after s, median (longest) | violations |
                |---|---|---|---|---|---|---|---|
                """.formatted(
                        runs.size(),
                        evidence.path("seed").asLong(),
                        evidence.path("clients").asInt(FEW),
                        evidence.path("commit").asString(),
                        counted);
        return runs.stream()
                .filter(ChaosTable::counted)
                .collect(groupingBy(ChaosTable::fault, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(joining(
                        "",
                        head,
                        row("**all**", runs.stream().filter(ChaosTable::counted).toList())));
    }

    private static boolean counted(JsonNode run) {
        return run.path("counted").asBoolean();
    }

    private static String fault(JsonNode run) {
        return run.path("faults").path(0).path("fault").asString();
    }

    private static String row(String name, List<JsonNode> runs) {
        double[] quiet = runs.stream()
                .mapToDouble(run -> run.path("quietSeconds").asDouble())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.1f (%.1f) | %d |\n",
                name,
                runs.size(),
                sum(runs, run -> run.path("faults").size() > 1 ? 1 : 0),
                sum(runs, run -> run.path("accepted").asLong()),
                sum(runs, run -> run.path("refused").asLong()),
                sum(runs, run -> run.path("unknown").asLong()),
                quiet[quiet.length / 2],
                quiet[quiet.length - 1],
                sum(
                        runs,
                        run -> run.path("violations")
                                .valueStream()
                                .mapToLong(JsonNode::asLong)
                                .sum()));
    }

    private static long sum(List<JsonNode> runs, ToLongFunction<JsonNode> figure) {
        return runs.stream().mapToLong(figure).sum();
    }
}
