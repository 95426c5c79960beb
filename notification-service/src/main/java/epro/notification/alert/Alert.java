package epro.notification.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One suspected adverse event on its way to people. It guards its own life: each step looks at the state first, and what
 * happened stands in a fact beside it, until {@link #takeFacts} hands the facts to whoever writes them down.
 *
 * <ul>
 *   <li>A machine never undoes what a person did: an acknowledged alert stays so, whatever revision comes. Only if its
 *       urgency rises, or nothing follows in time, an answer is awaited once more.
 *   <li>Urgency never falls, so nobody is called with less force than the worst that was reported.
 * </ul>
 *
 * For one thread; to be left behind when its transaction rolls back.
 */
public final class Alert {
    /** Who acts when no person does. */
    public static final String SERVICE = "notification-service";

    private static final Set<AlertState> OPEN = EnumSet.of(AlertState.DETECTED, AlertState.NOTIFIED, AlertState.SEEN);

    private final AlertIdentity identity;
    private final List<AlertFact> facts = new ArrayList<>();
    private AlertStatus status;

    private Alert(AlertIdentity identity, AlertStatus status) {
        this.identity = identity;
        this.status = status;
    }

    /** An alert as it was written down. */
    public static Alert stored(AlertIdentity identity, AlertStatus status) {
        return new Alert(identity, status);
    }

    /** The first report of a suspected adverse event, which opens a case of its own. */
    public static Alert detected(Report report, String caseNumber, Instant now) {
        return first(AlertIdentity.opening(report, caseNumber, now), report, AlertAction.DETECTED);
    }

    /** The first report of a suspected adverse event whose symptom has an open case. */
    public static Alert joining(Report report, Alert lead, Instant now) {
        return first(AlertIdentity.joining(report, lead.identity, now), report, AlertAction.JOINED);
    }

    public AlertIdentity identity() {
        return identity;
    }

    public AlertStatus status() {
        return status;
    }

    /** Whether it belongs to a case that another alert opened. */
    public boolean hasJoined() {
        return identity.joinedTo() != null;
    }

    /** Whether a person still has to acknowledge it. */
    public boolean awaitsAnswer() {
        return !status.state().isAnswered() || status.raised();
    }

    /** Whether people are to be called to it: it awaits an answer, and nobody has taken the report back. */
    public boolean isPressing() {
        return awaitsAnswer() && !status.withdrawn();
    }

    /**
     * A later revision of its report, which may also take it back.
     *
     * @throws IllegalArgumentException if it is not later
     */
    public void revise(Report report, Instant now) {
        if (report.revision() <= status.revision()) {
            throw new IllegalArgumentException(
                    "revision must be above %d, was %d".formatted(status.revision(), report.revision()));
        }
        status = status.revised(report);
        if (!report.withdrawn() && report.urgency().isAbove(status.urgency())) {
            status = status.raisedTo(report.urgency());
        }
        note(report.withdrawn() ? AlertAction.WITHDRAWN : AlertAction.REVISED, SERVICE, now, described());
    }

    /** Something else in its case is more urgent, and so the case is. Does nothing if it is not. */
    public void raiseTo(Urgency urgency, Instant now) {
        if (urgency.isAbove(status.urgency())) {
            status = status.raisedTo(urgency);
            note(AlertAction.RAISED, SERVICE, now, described());
        }
    }

    /** A delivery has arrived for the first time. */
    public void notified(Instant now) {
        require(AlertAction.NOTIFIED, EnumSet.of(AlertState.DETECTED));
        status = status.in(AlertState.NOTIFIED);
        note(AlertAction.NOTIFIED, SERVICE, now, Map.of());
    }

    /** Someone has opened it. */
    public void seen(String actor, Instant now) {
        require(AlertAction.SEEN, EnumSet.of(AlertState.NOTIFIED));
        status = status.in(AlertState.SEEN);
        note(AlertAction.SEEN, actor, now, Map.of());
    }

    /** Whether there is more to it now than somebody has seen: a later revision, or more urgency. */
    public boolean isMoreThan(Seen seen) {
        return status.revision() > seen.revision() || status.urgency().isAbove(seen.urgency());
    }

    /** Someone takes it on; once more, if that is awaited. */
    public void acknowledge(String actor, Instant now) {
        if (!status.raised()) {
            require(AlertAction.ACKNOWLEDGED, OPEN);
        }
        status = status.acknowledged(actor, now);
        note(AlertAction.ACKNOWLEDGED, actor, now, Map.of());
    }

    /** Nothing has followed its acknowledgement in time, so an answer is awaited once more. */
    public void remind(Instant now) {
        require(AlertAction.REMINDED, EnumSet.of(AlertState.ACKNOWLEDGED));
        status = status.answerAwaited();
        note(AlertAction.REMINDED, SERVICE, now, Map.of());
    }

    /** An investigator has said what it is. */
    public void assess(String investigator, Instant now) {
        require(AlertAction.ASSESSED, EnumSet.of(AlertState.ACKNOWLEDGED));
        status = status.in(AlertState.ASSESSED);
        note(AlertAction.ASSESSED, investigator, now, Map.of());
    }

    /** Nothing more is to be done; what is ROUTINE needs no investigator for that. */
    public void close(String actor, Instant now) {
        require(
                AlertAction.CLOSED,
                status.urgency() == Urgency.ROUTINE
                        ? EnumSet.of(AlertState.ACKNOWLEDGED, AlertState.ASSESSED)
                        : EnumSet.of(AlertState.ASSESSED));
        status = status.in(AlertState.CLOSED);
        note(AlertAction.CLOSED, actor, now, Map.of());
    }

    /** Something was done about it that leaves its state as it is, such as a step of the escalation. */
    public void remark(AlertAction action, Instant now, Map<String, String> detail) {
        note(action, SERVICE, now, detail);
    }

    /** What happened since the last time, oldest first; it is the caller's now. */
    public List<AlertFact> takeFacts() {
        List<AlertFact> taken = List.copyOf(facts);
        facts.clear();
        return taken;
    }

    @Override
    public String toString() {
        return "Alert[" + identity.alertId() + ", " + status.state() + "]";
    }

    private static Alert first(AlertIdentity identity, Report report, AlertAction action) {
        Alert alert = new Alert(identity, AlertStatus.first(report));
        alert.note(action, SERVICE, identity.createdAt(), alert.described());
        return alert;
    }

    private void require(AlertAction asked, Set<AlertState> from) {
        if (!from.contains(status.state())) {
            throw new IllegalTransition(identity.alertId(), asked, status.state());
        }
    }

    private void note(AlertAction action, String actor, Instant at, Map<String, String> detail) {
        status = status.changed();
        facts.add(new AlertFact(status.changes(), action, actor, at, status, detail));
    }

    private Map<String, String> described() {
        return Map.of(
                "revision",
                Integer.toString(status.revision()),
                "urgency",
                status.urgency().name(),
                "withdrawn",
                Boolean.toString(status.withdrawn()));
    }
}
