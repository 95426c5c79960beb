package epro.processing.form;

import java.util.List;
import java.util.function.Predicate;

/**
 * When an item is enabled.
 *
 * @param all whether all conditions are needed; else any of them is enough
 */
record Enablement(boolean all, List<Condition> conditions) {

    boolean holds(Predicate<Condition> met) {
        return all ? conditions.stream().allMatch(met) : conditions.stream().anyMatch(met);
    }
}
