package epro.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import epro.notification.delivery.Channel;
import epro.notification.mail.MailSettings.Login;
import epro.notification.mail.MailSettings.Security;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Mails and credentials go over an encrypted way to the right server, or not at all. */
class EncryptedMailTest {
    private static final String STORE_PASSWORD = "changeit";
    private static final Login LOGIN = new Login("epro", "secret", false);

    @TempDir
    private static Path directory;

    private static GreenMail server;

    @BeforeAll
    static void start() throws Exception {
        Path store = directory.resolve("server.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", STORE_PASSWORD);
        System.setProperty("greenmail.tls.key.password", STORE_PASSWORD);
        server = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        server.setUser("epro@epro.test", LOGIN.username(), LOGIN.password());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
        System.clearProperty("greenmail.tls.key.password");
    }

    @Test
    void logsInOverTlsToAServerThatItTrusts() throws Exception {
        assertThat(trusting(LOGIN).deliver(Mail.noticeTo("crc@site.test"))).isEqualTo(new Channel.Outcome.Delivered());
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void triesAgainLaterWithAWrongPassword() throws Exception {
        Channel.Outcome outcome = trusting(new Login("epro", "wrong", false)).deliver(Mail.noticeTo("crc@site.test"));
        assertThat(outcome).isEqualTo(new Channel.Outcome.Retry("MailAuthenticationException"));
    }

    @Test
    void saysNothingToAServerThatItDoesNotTrust() {
        Channel.Outcome outcome = Mail.channel(port(), Security.TLS, LOGIN).deliver(Mail.noticeTo("crc@site.test"));
        assertThat(outcome).isInstanceOf(Channel.Outcome.Retry.class);
    }

    @Test
    void saysNoPasswordToAServerThatOffersNoEncryption() throws Exception {
        try (RefusingServer open = new RefusingServer("NOTHING", "")) {
            Channel.Outcome outcome =
                    Mail.channel(open.port(), Security.STARTTLS, LOGIN).deliver(Mail.noticeTo("crc@site.test"));
            assertThat(outcome).isInstanceOf(Channel.Outcome.Retry.class);
            assertThat(open.heard()).isNotEmpty().noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    private static MailChannel trusting(Login login) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("server.p12"))) {
            trusted.load(in, STORE_PASSWORD.toCharArray());
        }
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("mail", Objects.requireNonNull(trusted.getCertificate("mail")));
        var bundles = new DefaultSslBundleRegistry("mail", SslBundle.of(SslStoreBundle.of(null, null, authorities)));
        MailSettings settings =
                new MailSettings("127.0.0.1:" + port(), "alerts@epro.test", Security.TLS, "mail", login);
        return Mail.channel(settings, bundles);
    }

    private static int port() {
        return server.getSmtps().getPort();
    }
}
