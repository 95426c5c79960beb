package epro.notification.mail;

import epro.support.start.IllegalSetting;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where e-mails are handed over.
 *
 * @param smtp Host and port of the mail server, such as {@code mail.example.org:587}; empty turns the channel off.
 * @param from The sender's address.
 * @param security How the way there is encrypted.
 * @param sslBundle The name of an SSL bundle with the authorities to trust; empty: those that Java trusts.
 * @param login As whom to hand them over.
 */
@ConfigurationProperties("epro.mail")
record MailSettings(
        @DefaultValue("") String smtp,
        @DefaultValue("epro-alerts@localhost") String from,
        @DefaultValue("NONE") Security security,
        @DefaultValue("") String sslBundle,
        @DefaultValue Login login) {
    private static final Pattern SMTP = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");

    MailSettings {
        if (!smtp.isBlank() && !SMTP.matcher(smtp).matches()) {
            throw new IllegalSetting("epro.mail.smtp", "(EPRO_SMTP) must be host:port or empty, was " + smtp);
        }
        if (from.isBlank()) {
            throw new IllegalSetting("epro.mail.from", "(EPRO_MAIL_FROM) must be set");
        }
        if (login.isNeeded() && security == Security.NONE && !login.overPlainText()) {
            throw new IllegalSetting(
                    "epro.mail.security",
                    "(EPRO_SMTP_SECURITY) must be STARTTLS or TLS to log in, was NONE; or allow it with"
                            + " epro.mail.login.over-plain-text (EPRO_SMTP_LOGIN_OVER_PLAIN_TEXT)");
        }
    }

    String host() {
        return smtp.substring(0, smtp.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(smtp.substring(smtp.lastIndexOf(':') + 1));
    }

    /** How the way to the mail server is encrypted. */
    enum Security {
        NONE,
        /** Begins in the open, and gives up if the server does not offer to encrypt. */
        STARTTLS,
        /** From the first byte on. */
        TLS
    }

    /**
     * As whom e-mails are handed over.
     *
     * @param username Empty: as nobody.
     * @param password Never shown.
     * @param overPlainText Whether name and password may travel in the open.
     */
    record Login(
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean overPlainText) {
        Login {
            if (username.isBlank() != password.isBlank()) {
                throw new IllegalSetting(
                        "epro.mail.login",
                        "(EPRO_SMTP_USER, EPRO_SMTP_PASSWORD) must have both username and password, or neither");
            }
        }

        boolean isNeeded() {
            return !username.isBlank();
        }

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }
}
