package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertState;
import epro.notification.alert.AlertStatus;
import epro.notification.alert.Evidence;
import epro.notification.alert.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API shows it.
 *
 * @param joinedTo the lead of its case; null if it is that itself
 * @param patientId null for callers who may not read patients' data
 * @param caseUrgency of the most urgent that awaits an answer in its case
 * @param historyIsCut whether there are earlier deliveries or steps than those shown
 * @param raised whether it is to be acknowledged once more
 */
public record AlertView(
        UUID alertId,
        String caseNumber,
        @Nullable UUID joinedTo,
        UUID aeId,
        int revision,
        UUID submissionKey,
        Urgency urgency,
        Urgency caseUrgency,
        AlertState state,
        boolean withdrawn,
        boolean raised,
        @Nullable Integer grade,
        @Nullable Integer gradeAtLeast,
        TermView term,
        Map<String, Integer> levels,
        List<String> sources,
        List<Evidence.Finding> findings,
        String studyId,
        String siteId,
        @Nullable String patientId,
        Instant detectedAt,
        Instant createdAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        List<DeliveryView> deliveries,
        List<Step> timeline,
        boolean historyIsCut) {

    /** The symptom. */
    public record TermView(
            String system, String code, @Nullable String display) {}

    /** One delivery, with when it was last tried or arrived, or why it is not needed any more. */
    public record DeliveryView(
            String channel,
            String recipient,
            String contactId,
            String occasion,
            String state,
            int attempts,
            Instant at,
            @Nullable String reason) {}

    /** One change of the alert. */
    public record Step(Instant at, String actor, String action) {}

    /** The latest that happened, oldest first. */
    record History(List<DeliveryView> deliveries, List<Step> timeline, boolean isCut) {
        static final History NONE = new History(List.of(), List.of(), false);
    }

    static AlertView of(Alert alert, Urgency caseUrgency, boolean withPatient, History history) {
        AlertIdentity identity = alert.identity();
        AlertStatus status = alert.status();
        return new AlertView(
                identity.alertId(),
                identity.caseNumber(),
                identity.joinedTo(),
                identity.aeId(),
                status.revision(),
                identity.submissionKey(),
                status.urgency(),
                caseUrgency,
                status.state(),
                status.withdrawn(),
                status.raised(),
                status.grade(),
                status.gradeAtLeast(),
                new TermView(
                        identity.term().system(),
                        identity.term().code(),
                        identity.term().display()),
                status.evidence().levels(),
                status.evidence().sources(),
                status.evidence().findings(),
                identity.studyId(),
                identity.siteId(),
                withPatient ? identity.patientId() : null,
                identity.detectedAt(),
                identity.createdAt(),
                status.acknowledgedAt(),
                status.acknowledgedBy(),
                history.deliveries(),
                history.timeline(),
                history.isCut());
    }

    /** Whether a person still has to acknowledge it, for the first time or once more. */
    public boolean awaitsAnswer() {
        return raised || !state.isAnswered();
    }

    @Override
    public String toString() {
        return "AlertView[" + alertId + "]";
    }
}
