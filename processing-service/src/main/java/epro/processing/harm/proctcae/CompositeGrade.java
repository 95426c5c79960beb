package epro.processing.harm.proctcae;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The composite grade, 0 to 3, of the levels of one symptom's attributes, after Basch et al., <i>Clinical Trials</i>
 * 2021 (PMID 33258687). It is no CTCAE grade: that one is a clinician's.
 *
 * <p>Level 0 of the attribute asked first is grade 0, whatever else was answered. The tables begin at its level 1.
 */
public final class CompositeGrade {
    private static final String FREQUENCY = "1123";
    private static final String SEVERITY = "1233";
    private static final String INTERFERENCE = "1122";
    private static final String FREQUENCY_SEVERITY = "11122 11222 11233 11233";
    private static final String FREQUENCY_INTERFERENCE = "11122 11122 11233 11233";
    private static final String SEVERITY_INTERFERENCE = "11122 11223 12233 22233";
    /** A block for each frequency, in it a row for each severity from 0, in it a digit for each interference. */
    private static final String FREQUENCY_SEVERITY_INTERFERENCE = """
            01122 11122 12223 22233 22333 \
            01122 11122 22233 22233 22333 \
            11122 11122 22233 22333 22333 \
            11122 11223 22233 22333 22333""";

    private static final int LEVELS = 5;

    private CompositeGrade() {}

    /**
     * The grade of complete answers.
     *
     * @param levels of every attribute of the symptom, 0 to 4
     * @return empty for a symptom that is only there or not
     */
    public static OptionalInt of(Symptom symptom, Map<Attribute, Integer> levels) {
        if (symptom.isPresence()) {
            return OptionalInt.empty();
        }
        List<Integer> inOrder = symptom.attributes().stream()
                .map(attribute -> level(levels, attribute))
                .toList();
        return OptionalInt.of(inOrder.getFirst() == 0 ? 0 : graded(table(symptom.attributes()), inOrder));
    }

    /**
     * The smallest grade that the answers can have, whatever the missing ones would have been.
     *
     * @param levels of those attributes that were answered
     */
    public static OptionalInt atLeast(Symptom symptom, Map<Attribute, Integer> levels) {
        List<Map<Attribute, Integer>> completions = Completions.of(symptom.attributes(), levels);
        return completions.stream()
                .map(complete -> of(symptom, complete))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }

    private static int graded(String table, List<Integer> levels) {
        int place = levels.getFirst() - 1;
        for (int level : levels.subList(1, levels.size())) {
            place = place * LEVELS + level;
        }
        return Character.digit(table.replace(" ", "").charAt(place), 10);
    }

    private static String table(List<Attribute> attributes) {
        String letters = attributes.stream()
                .map(attribute -> attribute == Attribute.AMOUNT ? Attribute.INTERFERENCE : attribute)
                .map(attribute -> attribute.name().substring(0, 1))
                .reduce("", String::concat);
        return switch (letters) {
            case "F" -> FREQUENCY;
            case "S" -> SEVERITY;
            case "I" -> INTERFERENCE;
            case "FS" -> FREQUENCY_SEVERITY;
            case "FI" -> FREQUENCY_INTERFERENCE;
            case "SI" -> SEVERITY_INTERFERENCE;
            case "FSI" -> FREQUENCY_SEVERITY_INTERFERENCE;
            default -> throw new IllegalArgumentException("no composite of " + attributes);
        };
    }

    private static int level(Map<Attribute, Integer> levels, Attribute attribute) {
        Integer level = levels.get(attribute);
        if (level == null || level < 0 || level >= LEVELS) {
            throw new IllegalArgumentException(attribute + " must be 0 to 4, was " + level);
        }
        return level;
    }
}
