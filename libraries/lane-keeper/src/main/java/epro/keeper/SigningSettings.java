package epro.keeper;

import epro.support.start.IllegalSetting;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what checkpoints are signed, and how often.
 *
 * @param service Whose chains they are, as the topic's key names it.
 * @param key File of the Ed25519 private key (PKCS#8 PEM, mode 0600), outside the database.
 * @param interval How often the heads of the chains are looked at.
 */
@ConfigurationProperties("epro.signing")
record SigningSettings(
        String service, Path key, @DefaultValue("5s") Duration interval) {

    SigningSettings {
        requireSet(key);
        if (!interval.isPositive()) {
            throw new IllegalSetting("epro.signing.interval", "must be positive, was " + interval);
        }
    }

    private static void requireSet(@Nullable Path key) {
        if (key == null || key.toString().isBlank()) {
            throw new IllegalSetting(
                    "epro.signing.key", "(EPRO_SIGNING_KEY) must be set: without it no checkpoint could be signed");
        }
    }
}
