package epro.processing.harm;

import epro.schemas.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one submission for one term, not yet judged by anyone.
 *
 * @param grade the highest composite grade, 0 to 3; null where none is known
 * @param gradeAtLeast the highest of the smallest possible ones, where no grade is known
 * @param planVersion of the alert plan that gave the urgency
 * @param findings the first hundred
 */
public record SuspectedEvent(
        UUID aeId,
        Term term,
        @Nullable Integer grade,
        @Nullable Integer gradeAtLeast,
        Map<String, Integer> levels,
        Urgency urgency,
        String planVersion,
        List<Finding> findings) {
    /** So that an announcement stays small, however often a form repeats an item. */
    private static final int FINDINGS_MAX = 100;

    private static final UUID NAMESPACE = UUID.fromString("8d6e6a0c-53d1-4c0e-bd5b-0c4f7a1e2b90");

    public SuspectedEvent {
        levels = Map.copyOf(levels);
        findings = findings.stream().limit(FINDINGS_MAX).toList();
    }

    /** The id of what one submission says of one term: the same whoever finds it, however often. */
    public static UUID idOf(UUID submissionKey, Term term) {
        return Keys.nameBased(NAMESPACE, submissionKey.toString(), term.system(), term.code());
    }

    /** One event for each term, in the order in which the findings name them. */
    public static List<SuspectedEvent> of(UUID submissionKey, List<Finding> findings, AlertPlan plan) {
        Map<UUID, List<Finding>> byEvent = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byEvent.computeIfAbsent(idOf(submissionKey, finding.term()), _ -> new ArrayList<>())
                    .add(finding);
        }
        return byEvent.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), plan.urgency(entry.getValue()), plan.version()))
                .toList();
    }

    /** Who found it. */
    public Set<Source> sources() {
        Set<Source> sources = EnumSet.noneOf(Source.class);
        findings.forEach(finding -> sources.add(finding.kind() == FindingKind.MODEL ? Source.MODEL : Source.RULE));
        return sources;
    }

    /** The id of the event that announces a revision; the same whenever it is announced again. */
    public UUID eventId(int revision) {
        return Keys.nameBased(aeId, Integer.toString(revision));
    }

    /** Whether this is to be announced after the other: a higher grade or urgency. Nothing ever lowers either. */
    public boolean isMoreThan(SuspectedEvent known) {
        return urgency.compareTo(known.urgency) > 0 || graded() > known.graded();
    }

    /** Both together: the higher grade and urgency, all findings. */
    public SuspectedEvent mergedWith(SuspectedEvent known) {
        SuspectedEvent higher = graded() >= known.graded() ? this : known;
        boolean raised = urgency.compareTo(known.urgency) > 0;
        Set<Finding> all = new LinkedHashSet<>(known.findings);
        all.addAll(findings);
        return new SuspectedEvent(
                aeId,
                term,
                higher.grade,
                higher.gradeAtLeast,
                higher.levels.isEmpty() ? known.levels : higher.levels,
                raised ? urgency : known.urgency,
                raised ? planVersion : known.planVersion,
                List.copyOf(all));
    }

    private static SuspectedEvent of(UUID aeId, List<Finding> findings, Urgency urgency, String planVersion) {
        Finding gravest = findings.stream()
                .max(Comparator.comparingInt(SuspectedEvent::graded))
                .orElseThrow();
        return new SuspectedEvent(
                aeId,
                gravest.term(),
                gravest.grade(),
                gravest.gradeAtLeast(),
                gravest.levels(),
                urgency,
                planVersion,
                findings);
    }

    private int graded() {
        return graded(grade, gradeAtLeast);
    }

    private static int graded(Finding finding) {
        return graded(finding.grade(), finding.gradeAtLeast());
    }

    private static int graded(@Nullable Integer grade, @Nullable Integer atLeast) {
        return Objects.requireNonNullElse(grade, Objects.requireNonNullElse(atLeast, -1));
    }

    @Override
    public String toString() {
        return "SuspectedEvent[" + aeId + "]";
    }
}
