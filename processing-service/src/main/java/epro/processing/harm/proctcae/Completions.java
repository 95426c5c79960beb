package epro.processing.harm.proctcae;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All ways in which missing levels could have been answered. */
final class Completions {

    private Completions() {}

    static List<Map<Attribute, Integer>> of(List<Attribute> attributes, Map<Attribute, Integer> known) {
        List<Map<Attribute, Integer>> completions = new ArrayList<>();
        completions.add(new EnumMap<>(Attribute.class));
        for (Attribute attribute : attributes) {
            completions = with(completions, attribute, known);
        }
        return completions;
    }

    private static List<Map<Attribute, Integer>> with(
            List<Map<Attribute, Integer>> begun, Attribute attribute, Map<Attribute, Integer> known) {
        Integer level = known.get(attribute);
        int from = level == null ? 0 : level;
        int to = level == null ? attribute.levelMax() : level;
        List<Map<Attribute, Integer>> completions = new ArrayList<>();
        for (Map<Attribute, Integer> one : begun) {
            for (int possible = from; possible <= to; possible++) {
                Map<Attribute, Integer> completed = new EnumMap<>(Attribute.class);
                completed.putAll(one);
                completed.put(attribute, possible);
                completions.add(completed);
            }
        }
        return completions;
    }
}
