package epro.intake.kafka;

import epro.support.start.IllegalSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the log is.
 *
 * @param brokers Kafka's bootstrap addresses, host:port with commas between them (EPRO_KAFKA).
 * @param registry The schema registry's root address (EPRO_REGISTRY_URL).
 */
@ConfigurationProperties("intake.log")
record LogSettings(String brokers, String registry) {

    LogSettings {
        requireText("intake.log.brokers", "EPRO_KAFKA", brokers);
        requireText("intake.log.registry", "EPRO_REGISTRY_URL", registry);
    }

    private static void requireText(String property, String variable, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalSetting(property, "(" + variable + ") must be set");
        }
    }
}
