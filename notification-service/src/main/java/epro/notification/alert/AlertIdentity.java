package epro.notification.alert;

import epro.schemas.Keys;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an alert never changes.
 *
 * @param caseNumber what people call the case by; the same for all alerts of a case
 * @param leadId the alert that opened the case: this one, unless it joined
 */
public record AlertIdentity(
        UUID alertId,
        UUID aeId,
        String caseNumber,
        UUID leadId,
        UUID patientKey,
        UUID submissionKey,
        String studyId,
        String siteId,
        String patientId,
        Term term,
        Instant detectedAt,
        Instant createdAt) {

    /** The id of the one alert that a suspected adverse event ever has, whoever computes it and however often. */
    public static UUID alertIdOf(UUID aeId) {
        return Keys.nameBased(aeId, "alert");
    }

    static AlertIdentity opening(Report report, String caseNumber, Instant now) {
        return of(report, caseNumber, alertIdOf(report.aeId()), now);
    }

    static AlertIdentity joining(Report report, AlertIdentity lead, Instant now) {
        return of(report, lead.caseNumber(), lead.leadId(), now);
    }

    private static AlertIdentity of(Report report, String caseNumber, UUID leadId, Instant now) {
        return new AlertIdentity(
                alertIdOf(report.aeId()),
                report.aeId(),
                caseNumber,
                leadId,
                report.patientKey(),
                report.submissionKey(),
                report.studyId(),
                report.siteId(),
                report.patientId(),
                report.term(),
                report.detectedAt(),
                now);
    }

    /** The lead of the case that it joined; null if it opened the case itself. */
    public @Nullable UUID joinedTo() {
        return leadId.equals(alertId) ? null : leadId;
    }

    /** Whether the report is of the same patient, at the same site, for the same symptom. */
    public boolean isOfSameSymptomAs(Report report) {
        return patientKey.equals(report.patientKey())
                && studyId.equals(report.studyId())
                && siteId.equals(report.siteId())
                && term.system().equals(report.term().system())
                && term.code().equals(report.term().code());
    }

    @Override
    public String toString() {
        return "AlertIdentity[" + alertId + ", " + caseNumber + "]";
    }
}
