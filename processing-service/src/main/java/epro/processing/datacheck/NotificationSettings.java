package epro.processing.datacheck;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the alerts are asked for.
 *
 * @param url Root of the notification service; without it alerts are not compared.
 * @param tokenFile File of the bearer token for it (scope {@code ops}), read again for every data check.
 * @param grace How old a suspected adverse event is before its alert must be there.
 */
@ConfigurationProperties("epro.notification")
record NotificationSettings(
        @Nullable URI url,
        @Nullable Path tokenFile,
        @DefaultValue("60s") Duration grace) {

    boolean isKnown() {
        return url != null
                && !url.toString().isEmpty()
                && tokenFile != null
                && !tokenFile.toString().isEmpty();
    }
}
