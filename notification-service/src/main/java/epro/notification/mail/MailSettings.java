package epro.notification.mail;

import epro.support.start.IllegalSetting;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where e-mails are handed over.
 *
 * @param smtp Host and port of the mail server, such as {@code mail.example.org:25}; empty turns the channel off.
 * @param from The sender's address.
 */
@ConfigurationProperties("epro.mail")
record MailSettings(
        @DefaultValue("") String smtp,
        @DefaultValue("epro-alerts@localhost") String from) {
    private static final Pattern SMTP = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");

    MailSettings {
        if (!smtp.isBlank() && !SMTP.matcher(smtp).matches()) {
            throw new IllegalSetting("epro.mail.smtp", "(EPRO_SMTP) must be host:port or empty, was " + smtp);
        }
        if (from.isBlank()) {
            throw new IllegalSetting("epro.mail.from", "(EPRO_MAIL_FROM) must be set");
        }
    }

    String host() {
        return smtp.substring(0, smtp.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(smtp.substring(smtp.lastIndexOf(':') + 1));
    }
}
