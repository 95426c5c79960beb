package epro.notification.mail;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    /** A server that looks at a mail before it takes it must not be asked a second time meanwhile (RFC 5321, 4.5.3.2). */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    /** The sender is no bean: a mail server that is away delays mails, and must not make the service look unhealthy. */
    @Bean
    @ConditionalOnExpression("!'${epro.mail.smtp:}'.isBlank()")
    MailChannel mailChannel(MailSettings settings, LinkSettings links, SslBundles bundles) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        Properties properties = timeouts();
        properties.putAll(security(settings.security()));
        if (!settings.sslBundle().isBlank()) {
            var trusted = bundles.getBundle(settings.sslBundle()).createSslContext();
            properties.put("mail.smtp.ssl.socketFactory", trusted.getSocketFactory());
        }
        if (settings.login().isNeeded()) {
            properties.put("mail.smtp.auth", "true");
            sender.setUsername(settings.login().username());
            sender.setPassword(settings.login().password());
        }
        sender.setJavaMailProperties(properties);
        return new MailChannel(sender, settings.from(), new MailText(links));
    }

    /** Encryption is required, not tried: nothing goes on in the open, and to nobody who can't prove the server's name. */
    private static Map<String, String> security(MailSettings.Security security) {
        return switch (security) {
            case NONE -> Map.of();
            case STARTTLS ->
                Map.of(
                        "mail.smtp.starttls.enable", "true",
                        "mail.smtp.starttls.required", "true",
                        "mail.smtp.ssl.checkserveridentity", "true");
            case TLS -> Map.of("mail.smtp.ssl.enable", "true", "mail.smtp.ssl.checkserveridentity", "true");
        };
    }

    private static Properties timeouts() {
        String connected = Long.toString(CONNECTED_WITHIN.toMillis());
        String answered = Long.toString(ANSWERED_WITHIN.toMillis());
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "mail.smtp.connectiontimeout", connected,
                "mail.smtp.timeout", answered,
                "mail.smtp.writetimeout", answered,
                "mail.smtp.quitwait", "false"));
        return properties;
    }
}
