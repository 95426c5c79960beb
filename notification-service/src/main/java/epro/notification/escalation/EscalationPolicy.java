package epro.notification.escalation;

import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import java.time.Duration;
import java.util.List;

/**
 * Who hears of a case that nobody has acknowledged, and when. The CRC hears of it at once, which is no step.
 *
 * <p>Counted from when the case became as urgent as it is; the last step comes again and again, each time after as long as it
 * came after the start. The clock never stops, at night and on holidays neither: duty hours are not known yet.
 *
 * @param urgency whose policy it is
 * @param steps in their order
 */
record EscalationPolicy(Urgency urgency, List<Step> steps) {
    private static final List<ContactRole> EVERYONE =
            List.of(ContactRole.CRC, ContactRole.SUB_INVESTIGATOR, ContactRole.PRINCIPAL_INVESTIGATOR);

    static final EscalationPolicy EMERGENCY = new EscalationPolicy(
            Urgency.EMERGENCY,
            List.of(
                    new Step(Duration.ofMinutes(5), List.of(ContactRole.SUB_INVESTIGATOR)),
                    new Step(Duration.ofMinutes(15), List.of(ContactRole.PRINCIPAL_INVESTIGATOR)),
                    new Step(Duration.ofMinutes(30), EVERYONE)));

    static final EscalationPolicy URGENT = new EscalationPolicy(
            Urgency.URGENT,
            List.of(
                    new Step(Duration.ofMinutes(30), List.of(ContactRole.SUB_INVESTIGATOR)),
                    new Step(Duration.ofMinutes(60), List.of(ContactRole.PRINCIPAL_INVESTIGATOR)),
                    new Step(Duration.ofMinutes(120), EVERYONE)));

    /** Waits in the inbox. */
    static final EscalationPolicy ROUTINE = new EscalationPolicy(Urgency.ROUTINE, List.of());

    static List<EscalationPolicy> all() {
        return List.of(EMERGENCY, URGENT, ROUTINE);
    }

    static EscalationPolicy of(Urgency urgency) {
        return all().stream()
                .filter(policy -> policy.urgency == urgency)
                .findFirst()
                .orElseThrow();
    }

    boolean hasStep(int place) {
        return place < steps.size();
    }

    /** The step at this place, from 0; behind the end the last one. */
    Step step(int place) {
        return steps.get(Math.min(place, steps.size() - 1));
    }

    /**
     * One step.
     *
     * @param after how long after the start
     * @param roles who is told, where there is somebody of that role; else who is next above
     */
    record Step(Duration after, List<ContactRole> roles) {}
}
