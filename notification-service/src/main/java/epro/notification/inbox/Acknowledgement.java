package epro.notification.inbox;

import epro.notification.alert.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a person saw when they acknowledged; what they do not say is not compared.
 *
 * @param revision of the alert
 * @param urgency that of its case, {@code caseUrgency}
 */
public record Acknowledgement(
        @Nullable Integer revision, @Nullable Urgency urgency) {
    /** Of somebody who does not say what they saw. */
    public static final Acknowledgement UNSEEN = new Acknowledgement(null, null);
}
