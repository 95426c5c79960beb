package epro.cli.chaos.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was made of harm: suspected adverse events, their alerts, and what the model was asked.
 *
 * @param stored revisions of suspected adverse events in the table
 * @param published revisions on the topic, in the order of each event's
 */
record Harm(
        List<Revision> stored,
        List<Revision> published,
        List<String> wrongAlerts,
        List<String> wrongAssessments,
        Heard heard) {

    static Stream<Violation> decidedAndAlertedOnce(Books books) {
        return Stream.concat(books.harm().wrongAssessments().stream(), books.harm().wrongAlerts().stream())
                .map(text -> new Violation(Invariant.I8, text.substring(0, text.indexOf(':')), text));
    }

    /** Each revision is on the topic, and nothing else is; the same one may come twice there. */
    static Stream<Violation> publishedAsStored(Books books) {
        Harm harm = books.harm();
        Set<Revision> published = new HashSet<>(harm.published());
        Stream<Violation> unpublished = harm.stored().stream()
                .filter(revision -> !published.contains(revision))
                .map(revision -> violation(revision, "is not on the topic"));
        Set<Revision> stored = new HashSet<>(harm.stored());
        Stream<Violation> invented = published.stream()
                .filter(revision -> !stored.contains(revision))
                .map(revision -> violation(revision, "is on the topic and not in the table"));
        return Stream.concat(unpublished, invented);
    }

    /** Each revision comes for the first time after those before it. */
    static Stream<Violation> publishedInTheirOrder(Books books) {
        Map<String, Integer> highest = new HashMap<>();
        return books.harm().published().stream()
                .distinct()
                .filter(revision -> highest.merge(revision.aeId(), revision.number(), Math::max) > revision.number())
                .toList()
                .stream()
                .map(revision -> violation(revision, "comes on the topic after a later one"));
    }

    private static Violation violation(Revision revision, String what) {
        return new Violation(
                Invariant.I8,
                revision.submissionId(),
                "revision %d of the suspected adverse event %s %s".formatted(revision.number(), revision.aeId(), what));
    }
}
