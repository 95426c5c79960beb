package epro.processing.suspicion;

import epro.processing.harm.Finding;
import epro.processing.harm.SuspectedEvent;
import epro.processing.proof.StoredRow;
import epro.processing.proof.StoredTable;
import epro.processing.proof.UtcText;
import epro.processing.suspicion.KnownEvents.Known;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes suspected adverse events of what was found, in the order of the log, and writes their rows. Runs inside the
 * caller's transaction and under its lane's lock.
 *
 * <ul>
 *   <li>What one submission says of one term has one id; its first detection is revision 1.
 *   <li>A higher grade or urgency is the next revision; the same once more, or less, is none.
 * </ul>
 */
public final class Suspicions {
    private final Connection connection;
    private final Instant now;

    public Suspicions(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** The revisions that each report makes; none for many. */
    public Map<Report, List<SuspectedRevision>> settle(List<Report> reports) throws SQLException {
        Map<Report, List<SuspectedEvent>> suspected = suspected(reports);
        List<UUID> ids = suspected.values().stream()
                .flatMap(List::stream)
                .map(SuspectedEvent::aeId)
                .distinct()
                .toList();
        KnownEvents known = KnownEvents.read(connection, ids);
        Map<Report, List<SuspectedRevision>> revisions = new LinkedHashMap<>();
        suspected.forEach((report, events) -> revisions.put(report, revise(report.subject(), events, known)));
        kept(revisions.values().stream().flatMap(List::stream).toList());
        return revisions;
    }

    /** The revisions that findings of a submission make which was reported before, as those of a model. */
    public List<SuspectedRevision> add(Subject subject, List<Finding> findings) throws SQLException {
        List<SuspectedEvent> events = SuspectedEvent.of(
                subject.submissionKey(),
                findings,
                PlansInForce.of(connection, List.of(subject.studyId())).of(subject.studyId()));
        KnownEvents known = KnownEvents.read(
                connection, events.stream().map(SuspectedEvent::aeId).toList());
        return kept(revise(subject, events, known));
    }

    private Map<Report, List<SuspectedEvent>> suspected(List<Report> reports) throws SQLException {
        Map<Report, List<Finding>> findings = findings(reports);
        PlansInForce plans = PlansInForce.of(
                connection,
                findings.keySet().stream()
                        .map(report -> report.subject().studyId())
                        .toList());
        Map<Report, List<SuspectedEvent>> suspected = new LinkedHashMap<>();
        findings.forEach((report, found) -> suspected.put(
                report,
                SuspectedEvent.of(
                        report.subject().submissionKey(),
                        found,
                        plans.of(report.subject().studyId()))));
        return suspected;
    }

    /** Those of the reports that have any; each report is compared with what came before it. */
    private Map<Report, List<Finding>> findings(List<Report> reports) throws SQLException {
        LevelHistory history = LevelHistory.before(connection, reports);
        Map<Report, List<Finding>> findings = new LinkedHashMap<>();
        for (Report report : reports) {
            List<Finding> found = report.harm().findings(history.before(report));
            if (!found.isEmpty()) {
                findings.put(report, found);
            }
            if (report.isHistory()) {
                history.add(report);
            }
        }
        history.save(connection);
        return findings;
    }

    private List<SuspectedRevision> revise(Subject subject, List<SuspectedEvent> events, KnownEvents known) {
        List<SuspectedRevision> made = new ArrayList<>();
        events.forEach(event -> next(subject, event, known).ifPresent(made::add));
        return made;
    }

    private List<SuspectedRevision> kept(List<SuspectedRevision> revisions) throws SQLException {
        StoredTable.ADVERSE_EVENT.insert(
                connection, revisions.stream().map(SuspectedRevision::row).toList());
        return revisions;
    }

    private Optional<SuspectedRevision> next(Subject subject, SuspectedEvent found, KnownEvents known) {
        Optional<Known> before = known.find(found.aeId());
        if (before.isPresent() && !found.isMoreThan(before.get().event())) {
            return Optional.empty();
        }
        SuspectedEvent event =
                before.map(standing -> found.mergedWith(standing.event())).orElse(found);
        int revision = before.map(Known::revision).orElse(0) + 1;
        known.remember(event, revision);
        return Optional.of(new SuspectedRevision(subject, event, revision, row(subject, event, revision), now));
    }

    private StoredRow row(Subject subject, SuspectedEvent event, int revision) {
        return StoredTable.ADVERSE_EVENT.row(
                event.aeId().toString(),
                Integer.toString(revision),
                revision == 1 ? "DETECTED" : "UPDATED",
                subject.submissionKey().toString(),
                subject.patientKey().toString(),
                subject.studyId(),
                subject.siteId(),
                subject.patientId(),
                subject.recordState(),
                EventJson.term(event.term()),
                text(event.grade()),
                text(event.gradeAtLeast()),
                EventJson.levels(event.levels()),
                event.urgency().name(),
                event.planVersion(),
                EventJson.sources(event.sources()),
                EventJson.findings(event.findings()),
                UtcText.of(now));
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
