package epro.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.MailServer;
import epro.notification.alert.Urgency;
import epro.notification.delivery.Channel;
import epro.notification.delivery.Notice;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a mail, and what comes of handing it over. */
class MailChannelTest {
    private final UUID alertId = UUID.randomUUID();
    private final String address = "box-" + UUID.randomUUID() + "@site.test";

    @Test
    void saysCaseUrgencyAndLinkInEnglish() throws Exception {
        MimeMessage mail = sent(Locale.ENGLISH);
        assertThat(mail.getSubject()).isEqualTo("[EMERGENCY] Case C-2026-000007 needs you");
        assertThat(mail.getContent().toString()).contains("https://epro.test/console/alerts/" + alertId);
    }

    @Test
    void saysItInChinese() throws Exception {
        MimeMessage mail = sent(Locale.CHINESE);
        assertThat(mail.getSubject()).isEqualTo("[危急] 病例 C-2026-000007 需要您处理");
        assertThat(mail.getContent().toString()).contains("请点击查看：https://epro.test/console/alerts/" + alertId);
    }

    @Test
    void isRecognisableWhenItIsSentTwice() throws Exception {
        Notice notice = notice(Locale.ENGLISH);
        channel(MailServer.port()).deliver(notice);
        channel(MailServer.port()).deliver(notice);
        List<MimeMessage> mails = MailServer.messagesTo(address);
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().getMessageID())
                .isEqualTo("<" + notice.deliveryId() + "@epro.test>")
                .isEqualTo(mails.getLast().getMessageID());
        assertThat(mails.getFirst().getHeader("X-EPRO-Delivery"))
                .containsExactly(notice.deliveryId().toString());
    }

    @Test
    void triesAgainWhenTheServerIsNotThere() {
        assertThat(channel(1).deliver(notice(Locale.ENGLISH)).getClass()).isEqualTo(Channel.Outcome.Retry.class);
    }

    @Test
    void triesAgainWhenTheServerIsBusy() throws Exception {
        try (RefusingServer busy = new RefusingServer("451 later")) {
            assertThat(channel(busy.port()).deliver(notice(Locale.ENGLISH)).getClass())
                    .isEqualTo(Channel.Outcome.Retry.class);
        }
    }

    @Test
    void givesUpAnAddressThatTheServerRefuses() throws Exception {
        try (RefusingServer refusing = new RefusingServer("550 no such box")) {
            assertThat(channel(refusing.port()).deliver(notice(Locale.ENGLISH)))
                    .isEqualTo(new Channel.Outcome.GivenUp("RefusedByMailServer"));
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 554 5.7.1 sending quota exceeded", "RCPT, 550 5.7.1 blocked by policy", "RCPT, 552 box is full"})
    void triesAgainWhenTheRefusalSaysNothingOfTheRecipient(String command, String answer) throws Exception {
        try (RefusingServer refusing = new RefusingServer(command, answer)) {
            assertThat(channel(refusing.port()).deliver(notice(Locale.ENGLISH)).getClass())
                    .isEqualTo(Channel.Outcome.Retry.class);
        }
    }

    @Test
    void sendsNoSecondOneWhenOnlyTheFarewellFailed() throws Exception {
        try (RefusingServer rude = new RefusingServer("QUIT", "")) {
            assertThat(channel(rude.port()).deliver(notice(Locale.ENGLISH))).isEqualTo(new Channel.Outcome.Delivered());
        }
    }

    private MimeMessage sent(Locale language) {
        assertThat(channel(MailServer.port()).deliver(notice(language))).isEqualTo(new Channel.Outcome.Delivered());
        return MailServer.messagesTo(address).getFirst();
    }

    private Notice notice(Locale language) {
        return new Notice(
                UUID.randomUUID(), alertId, "C-2026-000007", Urgency.EMERGENCY, "Somebody", address, language);
    }

    private static MailChannel channel(int port) {
        return Mail.channel(port, MailSettings.Security.NONE, Mail.NOBODY);
    }
}
