package epro.notification.console.trials;

import epro.support.start.IllegalSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the sync of trials is asked how far it is.
 *
 * @param url Root of nmpa-sync; without it the page says that there is none.
 * @param tokenFile File of the bearer token for it (scope {@code ops}), read again for every question.
 * @param patience How long one answer may take.
 */
@ConfigurationProperties("epro.nmpa-sync")
record SyncSettings(
        @Nullable URI url,
        @Nullable Path tokenFile,
        @DefaultValue("2s") Duration patience) {

    SyncSettings {
        if (isGiven(url) && !String.valueOf(url).matches("https?://.+")) {
            throw new IllegalSetting("epro.nmpa-sync.url", "(EPRO_NMPA_URL) must be an http address, was " + url);
        }
        if (!patience.isPositive()) {
            throw new IllegalSetting("epro.nmpa-sync.patience", "must be positive, was " + patience);
        }
    }

    boolean isKnown() {
        return isGiven(url) && isGiven(tokenFile);
    }

    private static boolean isGiven(@Nullable Object setting) {
        return setting != null && !setting.toString().isEmpty();
    }
}
