package epro.notification.mail;

import epro.notification.contact.Contact;
import epro.notification.delivery.Channel;
import epro.notification.delivery.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * E-mail over SMTP. Every attempt of a delivery carries the same {@code Message-ID} and {@code X-EPRO-Delivery}, so that
 * whoever gets it twice, because this service died between sending and writing that down, can tell.
 */
final class MailChannel implements Channel {
    private final JavaMailSender sender;
    private final String from;
    private final MailText text;

    MailChannel(JavaMailSender sender, String from, MailText text) {
        this.sender = sender;
        this.from = from;
        this.text = text;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Optional<String> addressOf(Contact contact) {
        return Optional.ofNullable(contact.email());
    }

    @Override
    public boolean isWithinTransaction() {
        return false;
    }

    /** If no message failed, only the farewell did: the server has taken what was sent. */
    @Override
    public Outcome deliver(Notice notice) {
        try {
            sender.send(message(notice));
            return new Outcome.Delivered();
        } catch (MessagingException | MailParseException | MailPreparationException broken) {
            return new Outcome.GivenUp(broken.getClass().getSimpleName());
        } catch (MailSendException farewell) {
            return farewell.getFailedMessages().isEmpty() ? new Outcome.Delivered() : failed(farewell);
        } catch (MailException failure) {
            return failed(failure);
        }
    }

    private static Outcome failed(MailException failure) {
        return SmtpRefusal.isFinal(failure)
                ? new Outcome.GivenUp("RefusedByMailServer")
                : new Outcome.Retry(failure.getClass().getSimpleName());
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(notice.address());
        parts.setSubject(text.subject(notice));
        parts.setText(text.body(notice));
        message.setHeader("Message-ID", "<" + notice.deliveryId() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        message.setHeader("X-EPRO-Delivery", notice.deliveryId().toString());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
