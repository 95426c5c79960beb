package epro.notification.mail;

import epro.support.start.IllegalSetting;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people reach this service.
 *
 * @param url The service's own public root, for links in messages.
 */
@ConfigurationProperties("epro.notification")
record LinkSettings(String url) {

    LinkSettings {
        if (url == null || !url.matches("https?://.+")) {
            throw new IllegalSetting(
                    "epro.notification.url", "(EPRO_NOTIFICATION_URL) must be an http address, was " + url);
        }
    }

    URI alert(UUID alertId) {
        return URI.create(url.replaceAll("/+$", "") + "/console/alerts/" + alertId);
    }
}
