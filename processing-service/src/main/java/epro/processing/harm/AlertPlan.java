package epro.processing.harm;

import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which finding is how urgent in a study.
 *
 * @param version under which it is published
 * @param rules of which the most urgent that matches counts
 * @param otherwise what no rule matches
 */
public record AlertPlan(String version, List<Rule> rules, Urgency otherwise) {

    /** In force where a study has published none. What only the model has seen is never more than routine. */
    public static final AlertPlan BUILT_IN = new AlertPlan(
            "builtin-1",
            List.of(
                    Rule.of(FindingKind.SELF_HARM, Urgency.EMERGENCY),
                    Rule.of(FindingKind.RED_FLAG, Urgency.EMERGENCY),
                    new Rule(null, null, 3, null, Urgency.URGENT),
                    Rule.of(FindingKind.SEVERE_ATTRIBUTE, Urgency.URGENT),
                    Rule.of(FindingKind.WORSENING, Urgency.URGENT)),
            Urgency.ROUTINE);

    public AlertPlan {
        rules = List.copyOf(rules);
    }

    /** The plan, or all that is wrong with it. */
    public static AlertPlanReading read(String version, JsonValue source) {
        return AlertPlanReading.of(version, source);
    }

    /** The most urgent that any of the findings is. */
    public Urgency urgency(List<Finding> findings) {
        return findings.stream().map(this::urgency).max(Urgency::compareTo).orElse(otherwise);
    }

    private Urgency urgency(Finding finding) {
        if (finding.kind() == FindingKind.MODEL) {
            return Urgency.ROUTINE;
        }
        Stream<Urgency> matching =
                rules.stream().filter(rule -> rule.matches(finding)).map(Rule::urgency);
        return matching.max(Urgency::compareTo).orElse(otherwise);
    }

    /**
     * What must be true of a finding; what is null need not be.
     *
     * @param term the code of what it is about
     * @param gradeAtLeast its composite grade, or the smallest possible one
     * @param levelAtLeast the highest of its levels
     */
    public record Rule(
            @Nullable FindingKind kind,
            @Nullable String term,
            @Nullable Integer gradeAtLeast,
            @Nullable Integer levelAtLeast,
            Urgency urgency) {

        static Rule of(FindingKind kind, Urgency urgency) {
            return new Rule(kind, null, null, null, urgency);
        }

        boolean matches(Finding finding) {
            return (kind == null || kind == finding.kind())
                    && (term == null || term.equals(finding.term().code()))
                    && (gradeAtLeast == null || graded(finding) >= gradeAtLeast)
                    && (levelAtLeast == null
                            || finding.levels().values().stream().anyMatch(level -> level >= levelAtLeast));
        }

        private static int graded(Finding finding) {
            return Objects.requireNonNullElse(finding.grade(), Objects.requireNonNullElse(finding.gradeAtLeast(), -1));
        }
    }
}
