package epro.nmpa.lease;

import epro.support.start.IllegalSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How replicas agree on who speaks to the regulator.
 *
 * @param length How long a lease lasts without a renewal; it is renewed every second, and three times in its length.
 */
@ConfigurationProperties("epro.nmpa.lease")
record LeaseSettings(@DefaultValue("10s") Duration length) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    LeaseSettings {
        if (length.compareTo(SHORTEST) < 0) {
            throw new IllegalSetting("epro.nmpa.lease.length", "must be at least PT1S, was " + length);
        }
    }
}
