package epro.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One question of a sample form.
 *
 * @param gates all must be open for the question to be asked: its own and those of the groups around it
 * @param options what a choice offers, as a patient's app sends it
 * @param inner the questions of a repeating group
 */
record Question(
        String linkId,
        String type,
        Set<Trait> traits,
        List<Gate> gates,
        Limits limits,
        List<JsonNode> options,
        List<Question> inner) {

    enum Trait {
        REQUIRED,
        REPEATS,
        /** What is wrong with its answer is noted and does not reject. */
        LENIENT
    }

    /**
     * What an answer must keep to; null where the form sets no limit.
     *
     * @param lengthMax characters of a text
     * @param unit of a quantity
     */
    record Limits(
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable Integer lengthMax,
            @Nullable JsonNode unit) {}

    boolean required() {
        return traits.contains(Trait.REQUIRED);
    }

    boolean repeats() {
        return traits.contains(Trait.REPEATS);
    }

    boolean asked(Map<String, JsonNode> given) {
        return gates.stream().allMatch(gate -> gate.open(given));
    }

    /** Asked whatever was answered before, one answer only, and judged: spoiling it spoils nothing else. */
    boolean standsAlone() {
        return gates.stream().allMatch(gate -> gate.conditions().isEmpty())
                && !traits.contains(Trait.REPEATS)
                && !traits.contains(Trait.LENIENT);
    }
}
