package epro.nmpa.quota;

import epro.support.start.IllegalSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the regulator allows. More than it allows gets the address banned, for all replicas.
 *
 * @param connections How many TCP connections may be open at once, and so how many requests are in flight.
 * @param startsPerSecond How many requests may be started within any second.
 * @param jitter What the way to the regulator may shorten the time between two starts by.
 * @param processingLimit After so long the regulator has finished with a request, whether anybody waits for its answer or not.
 */
@ConfigurationProperties("epro.nmpa.quota")
public record Quota(
        @DefaultValue("10") int connections,
        @DefaultValue("10") int startsPerSecond,
        @DefaultValue("50ms") Duration jitter,
        @DefaultValue("30s") Duration processingLimit) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    public Quota {
        IllegalSetting.requireAtLeast("epro.nmpa.quota.connections", 1, connections);
        IllegalSetting.requireAtLeast("epro.nmpa.quota.starts-per-second", 1, startsPerSecond);
        if (jitter.isNegative()) {
            throw new IllegalSetting("epro.nmpa.quota.jitter", "must not be negative, was " + jitter);
        }
        if (!processingLimit.isPositive()) {
            throw new IllegalSetting("epro.nmpa.quota.processing-limit", "must be positive, was " + processingLimit);
        }
    }

    /** No more than so many starts may lie within this. */
    public Duration window() {
        return SECOND.plus(jitter);
    }

    /** After so long nothing that was started is at work, and no start counts any more. */
    public Duration longestInFlight() {
        return processingLimit.plus(window());
    }
}
