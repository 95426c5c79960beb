package epro.notification.dispatch;

import epro.notification.alert.AlertAction;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.Urgency;

/** What became of a report. */
public sealed interface Dispatched {

    /** It, or a later revision, had been dealt with before; nothing was done. */
    record Known() implements Dispatched {}

    /**
     * An alert was made or changed.
     *
     * @param action DETECTED, JOINED, REVISED or WITHDRAWN
     */
    record Alerted(AlertIdentity identity, AlertAction action, Urgency urgency) implements Dispatched {}
}
