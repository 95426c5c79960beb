package epro.notification.alert;

import java.util.UUID;

/** What was asked of an alert is not possible in the state it is in. */
public final class IllegalTransition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalTransition(UUID alertId, AlertAction asked, AlertState state) {
        super("Alert " + alertId + " can't become " + asked + ": it is " + state);
    }
}
