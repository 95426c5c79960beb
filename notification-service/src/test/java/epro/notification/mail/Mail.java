package epro.notification.mail;

import epro.notification.alert.Urgency;
import epro.notification.delivery.Notice;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;

/** The channel as tests set it up. */
final class Mail {
    static final MailSettings.Login NOBODY = new MailSettings.Login("", "", false);

    private Mail() {}

    static MailSettings settings(String smtp) {
        return new MailSettings(smtp, "alerts@epro.test", MailSettings.Security.NONE, "", NOBODY);
    }

    static MailChannel channel(int port, MailSettings.Security security, MailSettings.Login login) {
        return channel(
                new MailSettings("127.0.0.1:" + port, "alerts@epro.test", security, "", login),
                new DefaultSslBundleRegistry());
    }

    static MailChannel channel(MailSettings settings, SslBundles bundles) {
        return new MailConfiguration().mailChannel(settings, new LinkSettings("https://epro.test/"), bundles);
    }

    static Notice noticeTo(String address) {
        return new Notice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "C-2026-000007",
                Urgency.EMERGENCY,
                "Somebody",
                address,
                Locale.ENGLISH);
    }
}
