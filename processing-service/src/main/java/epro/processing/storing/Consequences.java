package epro.processing.storing;

import epro.lane.LaneAppend;
import epro.processing.assessment.PendingAssessments;
import epro.processing.assessment.PendingAssessments.Question;
import epro.processing.suspicion.Announcements;
import epro.processing.suspicion.Subject;
import epro.processing.suspicion.SuspectedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What follows from settled records within the same transaction: receipts, announcements, questions to the model. */
@Component
final class Consequences {
    private final OutcomeEvents events;
    private final Announcements announcements;
    private final PendingAssessments assessments;

    Consequences(OutcomeEvents events, Announcements announcements, PendingAssessments assessments) {
        this.events = events;
        this.announcements = announcements;
        this.assessments = assessments;
    }

    void write(Connection connection, LaneAppend append, List<SettledRecord> settled, Instant now) throws SQLException {
        Receipts receipts = new Receipts(append, events, announcements, now);
        settled.forEach(receipts::write);
        List<Question> questions =
                settled.stream().flatMap(record -> question(record).stream()).toList();
        assessments.insert(connection, questions, append.lane(), append.outboxEnd(), now);
    }

    private static Optional<Question> question(SettledRecord record) {
        return switch (record.settled()) {
            case Settled.Stored stored -> Optional.of(question(stored, "STORED", stored.revision(), record));
            case Settled.Rejected rejected -> Optional.of(question(rejected, "REJECTED", rejected.revision(), record));
            case Settled.Conflicting conflicting -> Optional.of(question(conflicting, "CONFLICT", 1, record));
            case Settled.Duplicate _, Settled.Quarantined _ -> Optional.empty();
        };
    }

    private static Question question(Settled.OfSubmission settled, String state, int revision, SettledRecord record) {
        return new Question(
                Subject.of(settled.submission(), state),
                settled.submission().event().getContentHash(),
                settled.submission().event().getLanguage(),
                settled.record().harm(),
                revision,
                priority(record.revisions()));
    }

    /** As urgent as the most urgent that rules have found. */
    private static int priority(List<SuspectedRevision> revisions) {
        return revisions.stream()
                .mapToInt(revision -> revision.event().urgency().priority())
                .max()
                .orElse(0);
    }
}
