package epro.notification.escalation;

import epro.notification.alert.Urgency;
import epro.support.start.IllegalSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long after its acknowledgement a case must have been assessed or closed; else people are called to it again.
 *
 * @param emergency For what is EMERGENCY.
 * @param urgent For what is URGENT.
 */
@ConfigurationProperties("epro.escalation.follow-up")
record FollowUpSettings(
        @DefaultValue("24h") Duration emergency,
        @DefaultValue("72h") Duration urgent) {
    FollowUpSettings {
        require("emergency", emergency);
        require("urgent", urgent);
    }

    /** What is ROUTINE has no clock; should it ever have one, it has the longest. */
    Duration within(Urgency urgency) {
        return urgency == Urgency.EMERGENCY ? emergency : urgent;
    }

    private static void require(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalSetting("epro.escalation.follow-up." + name, "must be positive, was " + value);
        }
    }
}
