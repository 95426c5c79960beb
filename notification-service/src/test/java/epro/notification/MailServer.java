package epro.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A real mail server for all tests, always on the same port, which can be away. */
public final class MailServer {
    private static final GreenMail FIRST = started(ServerSetup.SMTP.dynamicPort());
    private static final int PORT = FIRST.getSmtp().getPort();

    private static GreenMail current = FIRST;

    private MailServer() {}

    public static int port() {
        return PORT;
    }

    public static synchronized void goAway() {
        current.stop();
    }

    public static synchronized void comeBack() {
        current = started(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** What has arrived for this address since the server came. */
    public static synchronized List<MimeMessage> messagesTo(String address) {
        return Arrays.stream(current.getReceivedMessages())
                .filter(message -> isTo(address, message))
                .toList();
    }

    private static boolean isTo(String address, MimeMessage message) {
        try {
            return address.equals(message.getAllRecipients()[0].toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail started(ServerSetup setup) {
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }
}
