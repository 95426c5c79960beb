package epro.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @Test
    void takesHostAndPort() {
        MailSettings settings = new MailSettings("mail.site.test:2525", "a@b.test");
        assertThat(settings.host()).isEqualTo("mail.site.test");
        assertThat(settings.port()).isEqualTo(2525);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.site.test", "mail:smtp", "http://mail:25"})
    void refusesAnythingElse(String smtp) {
        assertThatThrownBy(() -> new MailSettings(smtp, "a@b.test"))
                .hasMessage("epro.mail.smtp (EPRO_SMTP) must be host:port or empty, was " + smtp);
    }

    @Test
    void refusesALinkThatNobodyCouldFollow() {
        assertThatThrownBy(() -> new LinkSettings("")).hasMessageStartingWith("epro.notification.url");
    }
}
