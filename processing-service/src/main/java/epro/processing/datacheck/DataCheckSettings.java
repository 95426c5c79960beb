package epro.processing.datacheck;

import epro.support.start.IllegalSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How data checks run.
 *
 * @param workers How many data checks run at the same time.
 * @param handOffTime How long a request waits for a free worker before it is refused.
 * @param lagTime How long a data check waits for the pipeline to reach the end offsets.
 * @param publishTime How long it waits for events to be published.
 */
@ConfigurationProperties("epro.data-check")
record DataCheckSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("250ms") Duration handOffTime,
        @DefaultValue("60s") Duration lagTime,
        @DefaultValue("20s") Duration publishTime) {

    DataCheckSettings {
        IllegalSetting.requireAtLeast("epro.data-check.workers", 1, workers);
        requirePositive("epro.data-check.hand-off-time", handOffTime);
        requirePositive("epro.data-check.lag-time", lagTime);
        requirePositive("epro.data-check.publish-time", publishTime);
    }

    private static void requirePositive(String property, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalSetting(property, "must be positive, was " + value);
        }
    }
}
