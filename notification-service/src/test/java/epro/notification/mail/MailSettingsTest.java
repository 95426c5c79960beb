package epro.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.notification.mail.MailSettings.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @Test
    void takesHostAndPort() {
        MailSettings settings = Mail.settings("mail.site.test:2525");
        assertThat(settings.host()).isEqualTo("mail.site.test");
        assertThat(settings.port()).isEqualTo(2525);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.site.test", "mail:smtp", "http://mail:25"})
    void refusesAnythingElse(String smtp) {
        assertThatThrownBy(() -> Mail.settings(smtp))
                .hasMessage("epro.mail.smtp (EPRO_SMTP) must be host:port or empty, was " + smtp);
    }

    @Test
    void refusesALinkThatNobodyCouldFollow() {
        assertThatThrownBy(() -> new LinkSettings("")).hasMessageStartingWith("epro.notification.url");
    }

    @Test
    void refusesToLogInOverPlainTextUnlessThatIsAllowed() {
        var login = new MailSettings.Login("epro", "secret", false);
        assertThatThrownBy(() -> new MailSettings("mail:25", "a@b.test", Security.NONE, "", login))
                .hasMessageStartingWith("epro.mail.security (EPRO_SMTP_SECURITY) must be STARTTLS or TLS to log in")
                .hasMessageNotContaining("secret");
        var allowed = new MailSettings.Login("epro", "secret", true);
        assertThat(new MailSettings("mail:25", "a@b.test", Security.NONE, "", allowed)
                        .login()
                        .isNeeded())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"epro, ''", "'', secret"})
    void refusesHalfALogin(String username, String password) {
        assertThatThrownBy(() -> new MailSettings.Login(username, password, false))
                .hasMessageStartingWith("epro.mail.login")
                .hasMessageNotContaining("secret,");
    }

    @Test
    void showsNoPassword() {
        var login = new MailSettings.Login("epro", "secret", false);
        assertThat(new MailSettings("mail:25", "a@b.test", Security.TLS, "", login).toString())
                .doesNotContain("secret");
    }
}
