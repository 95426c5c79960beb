package epro.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.ArmedChannel;
import epro.notification.MailServer;
import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import epro.testing.Http;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** Nothing of the patient leaves but to those who may read it: not in a good run, not in one that fails on the way. */
@ExtendWith(OutputCaptureExtension.class)
class SilenceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SentReport report = SentReport.of(Urgency.EMERGENCY);

    @AfterEach
    void disarm() {
        ArmedChannel.disarm();
    }

    @Test
    void keepsThePatientOutOfLogsMailsAndMetrics(CapturedOutput output) throws Exception {
        String crc = Told.contact(report.studyId(), ContactRole.CRC);
        ArmedChannel.arm(crc);
        report.send();
        await().atMost(PATIENCE).until(() -> output.getAll().contains("waits since"));
        ArmedChannel.disarm();
        await().atMost(PATIENCE).until(() -> Told.mails(report).contains("DELIVERED"));
        assertSilent(output.getAll());
        assertThat(output.getAll()).contains(report.alertId().toString());
        assertSilent(mail(crc));
        assertSilent(metrics());
        assertThat(metrics())
                .contains("epro_notification_alerts_total")
                .contains("epro_notification_deliveries_total")
                .contains("epro_notification_detected_to_in_app_seconds_bucket")
                .contains("epro_notification_alerts_unheard");
    }

    private void assertSilent(String text) {
        assertThat(text)
                .isNotEmpty()
                .doesNotContain(report.patientId())
                .doesNotContain(report.symptom())
                .doesNotContain(report.patientKey().toString());
    }

    private static String mail(String contact) throws Exception {
        var source = new ByteArrayOutputStream();
        MailServer.messagesTo(Told.address(contact)).getFirst().writeTo(source);
        return source.toString(StandardCharsets.UTF_8);
    }

    private static String metrics() {
        String port = RunningNotification.bean(Environment.class).getRequiredProperty("local.management.port");
        return new Http(URI.create("http://127.0.0.1:" + port), null)
                .get("/actuator/prometheus")
                .body();
    }
}
