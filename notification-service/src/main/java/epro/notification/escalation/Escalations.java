package epro.notification.escalation;

import epro.notification.alert.Urgency;
import epro.notification.journal.Changes;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Starts and ends the clock of a case, in the transaction in which it becomes pressing or is acknowledged. */
@Component
public class Escalations {
    private final EscalationTable table;
    private final FollowUpSettings settings;

    Escalations(EscalationTable table, FollowUpSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** A clock that runs is never set back: only a more urgent case begins anew, and none of its steps comes later for it. */
    public void start(Changes changes, UUID leadId, Urgency urgency) {
        EscalationPolicy policy = EscalationPolicy.of(urgency);
        if (policy.hasStep(0)) {
            Instant due = changes.now().plus(policy.step(0).after());
            changes.part(Starts.class, () -> new Starts(table)).add(new Start(leadId, urgency, changes.now(), due));
        }
    }

    /** Someone has acknowledged all of the case: nobody is called, but something has to follow. */
    public void rest(Changes changes, UUID leadId) {
        table.rest(leadId);
        followUp(changes, leadId);
    }

    /** Someone has acknowledged what stood in the case: something has to follow, whether or not there is more by now. */
    public void followUp(Changes changes, UUID leadId) {
        table.followUp(
                leadId,
                changes.now().plus(settings.within(Urgency.EMERGENCY)),
                changes.now().plus(settings.within(Urgency.URGENT)));
    }
}
