package epro.intake.rate;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a caller may send, by token.
 *
 * @param patient one patient's own token
 * @param gateway who sends for many
 */
@ConfigurationProperties("intake.rate")
record RateSettings(Rate patient, Rate gateway) {}
