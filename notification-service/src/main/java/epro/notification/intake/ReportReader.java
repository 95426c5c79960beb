package epro.notification.intake;

import epro.notification.alert.Evidence;
import epro.notification.alert.Report;
import epro.notification.alert.Term;
import epro.notification.alert.Urgency;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AdverseEventKind;
import epro.schemas.event.Finding;
import epro.schemas.event.FindingSource;
import epro.schemas.event.SuspectedAdverseEvent;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads reports from the topic's bytes. What can be read in part only is read with the louder meaning, never left out. */
@Component
class ReportReader {
    private final RecordCodec codec;

    ReportReader(RecordCodec codec) {
        this.codec = codec;
    }

    Reading read(byte @Nullable [] value) {
        return switch (codec.decode(value, SuspectedAdverseEvent.class)) {
            case Decoded.Read<SuspectedAdverseEvent>(var event, int _) -> reading(event);
            case Decoded.Unreadable<SuspectedAdverseEvent>(String reason) -> new Reading.Unreadable(reason);
            case Decoded.SchemaPending<SuspectedAdverseEvent>(int _) -> new Reading.NotYet();
        };
    }

    private static Reading reading(SuspectedAdverseEvent event) {
        try {
            return new Reading.Read(report(event));
        } catch (RuntimeException malformed) {
            return new Reading.Unreadable(Unread.MALFORMED_ID);
        }
    }

    private static Report report(SuspectedAdverseEvent event) {
        return new Report(
                UUID.fromString(event.getAeId()),
                event.getRevision(),
                event.getKind() == AdverseEventKind.WITHDRAWN,
                UUID.fromString(event.getPatientKey()),
                UUID.fromString(event.getSubmissionKey()),
                storable(event.getStudyId()),
                storable(event.getSiteId()),
                storable(event.getPatientId()),
                new Term(
                        storable(event.getTerm().getSystem()),
                        storable(event.getTerm().getCode()),
                        event.getTerm().getDisplay() == null
                                ? null
                                : storable(event.getTerm().getDisplay())),
                event.getGrade(),
                event.getGradeAtLeast(),
                urgency(event),
                evidence(event),
                event.getDetectedAt().truncatedTo(ChronoUnit.MICROS));
    }

    /** A word that is newer than this service must not be told more quietly than what it may mean. */
    private static Urgency urgency(SuspectedAdverseEvent event) {
        return switch (event.getUrgency()) {
            case EMERGENCY -> Urgency.EMERGENCY;
            case URGENT, UNKNOWN -> Urgency.URGENT;
            case ROUTINE -> Urgency.ROUTINE;
        };
    }

    private static Evidence evidence(SuspectedAdverseEvent event) {
        Map<String, Integer> levels = new TreeMap<>();
        event.getLevels().forEach((attribute, level) -> levels.put(storable(attribute), level));
        return new Evidence(
                levels,
                event.getSources().stream().map(FindingSource::name).toList(),
                event.getFindings().stream().map(ReportReader::finding).toList());
    }

    private static Evidence.Finding finding(Finding finding) {
        return new Evidence.Finding(
                storable(finding.getRule()),
                finding.getVersion() == null ? null : storable(finding.getVersion()),
                storable(finding.getPath()));
    }

    /** PostgreSQL can't hold this one character, and no alert may be lost for it. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }
}
