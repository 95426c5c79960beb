package epro.notification.escalation;

import epro.notification.alert.Urgency;
import java.time.Instant;
import java.util.UUID;

/**
 * A case that is being escalated.
 *
 * @param ladder which step of the policy is next, from 0
 * @param stepsDone how many steps there ever were
 */
record Escalation(UUID leadId, Urgency urgency, Instant startedAt, int ladder, int stepsDone) {

    EscalationPolicy.Step step() {
        return EscalationPolicy.of(urgency).step(ladder);
    }

    /** When it goes on after the present step was taken. Steps that were missed are made up for, repetitions are not. */
    Instant dueAfter(Instant now) {
        EscalationPolicy policy = EscalationPolicy.of(urgency);
        return policy.hasStep(ladder + 1)
                ? startedAt.plus(policy.step(ladder + 1).after())
                : now.plus(policy.step(ladder + 1).after());
    }
}
