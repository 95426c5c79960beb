package epro.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.MailServer;
import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import epro.notification.dispatch.AlertDispatcher;
import epro.notification.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the alert to the mail server, whether it is there or not. */
@Tag("slow")
class MailRoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final SentReport report = SentReport.of(Urgency.EMERGENCY);
    private final String crc = Told.contact(report.studyId(), ContactRole.CRC);
    private boolean away;

    @AfterEach
    void comeBack() {
        if (away) {
            MailServer.comeBack();
        }
    }

    @Test
    void writesOnceToTheCoordinator() {
        dispatch();
        await().atMost(PATIENCE).until(() -> Told.mails(report).equals(List.of("DELIVERED")));
        assertThat(MailServer.messagesTo(Told.address(crc))).hasSize(1);
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED", "DELIVERED");
    }

    @Test
    void writesLaterWhenTheMailServerIsAwayAndTellsTheInboxAtOnce() {
        goAway();
        dispatch();
        await().atMost(PATIENCE).until(() -> errors().size() == 1);
        assertThat(Told.of(report)).contains("in-app " + crc + " revision-1");
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
        assertThat(Told.mails(report)).containsExactly("PENDING");
        comeBack();
        away = false;
        await().atMost(PATIENCE).until(() -> Told.mails(report).equals(List.of("DELIVERED")));
        assertThat(MailServer.messagesTo(Told.address(crc))).hasSize(1);
        assertThat(errors().getFirst()).startsWith("RETRY Mail");
    }

    @Test
    void writesToTheNextWhenOneCanNeverBeReached() {
        goAway();
        String principal = Told.contact(report.studyId(), ContactRole.PRINCIPAL_INVESTIGATOR);
        dispatch();
        await().atMost(PATIENCE).until(() -> errors().size() == 1);
        settle(new Channel.Outcome.GivenUp("NoSuchBox"));
        assertThat(Told.mails(report)).containsExactlyInAnyOrder("FAILED", "PENDING");
        assertThat(Told.of(report)).contains("email " + principal + " revision-1");
        assertThat(Told.timeline(report)).contains("DELIVERY_FAILED");
        comeBack();
        away = false;
        await().atMost(PATIENCE).until(() -> Told.mails(report).contains("DELIVERED"));
        assertThat(MailServer.messagesTo(Told.address(principal))).hasSize(1);
    }

    @Test
    void writesToTheNextAsWellOnceOneHasWaitedForADayAndGoesOnTrying() {
        goAway();
        String principal = Told.contact(report.studyId(), ContactRole.PRINCIPAL_INVESTIGATOR);
        dispatch();
        await().atMost(PATIENCE).until(() -> errors().size() == 1);
        letADayPass();
        Optional<Instant> again = settle(new Channel.Outcome.Retry("MailServerAway"));
        assertThat(again).isPresent();
        assertThat(Told.mails(report)).containsExactly("PENDING", "PENDING");
        assertThat(Told.of(report)).contains("email " + principal + " revision-1");
    }

    @Test
    void sendsNothingAgainThatHasArrived() throws InterruptedException {
        dispatch();
        await().atMost(PATIENCE).until(() -> Told.mails(report).equals(List.of("DELIVERED")));
        assertThat(RunningNotification.bean(DeliveryRun.class).attempt(mailId()))
                .isEmpty();
        assertThat(MailServer.messagesTo(Told.address(crc))).hasSize(1);
    }

    @Test
    void writesToNobodyOnceSomebodyHasAcknowledgedAndSaysSo() {
        goAway();
        dispatch();
        await().atMost(PATIENCE).until(() -> errors().size() == 1);
        RunningNotification.as("crc", "alerts:acknowledge", "*").post(report.path() + "/acknowledge", "");
        comeBack();
        away = false;
        await().atMost(PATIENCE).until(() -> Told.mails(report).equals(List.of("NOT_NEEDED")));
        assertThat(MailServer.messagesTo(Told.address(crc))).isEmpty();
        assertThat(Told.timeline(report)).endsWith("ACKNOWLEDGED", "DELIVERY_NOT_NEEDED");
        assertThat(auditedReason()).isEqualTo("acknowledged");
    }

    @Test
    void writesAllTheSameWhenItBecameMoreUrgentAfterItWasAcknowledged() {
        goAway();
        dispatch();
        await().atMost(PATIENCE).until(() -> errors().size() == 1);
        Optional<Instant> again = RunningNotification.bean(Journal.class)
                .write(changes -> RunningNotification.bean(Settlement.class)
                        .notNeeded(
                                changes,
                                RunningNotification.bean(DeliveryTable.class)
                                        .find(mailId())
                                        .orElseThrow()));
        assertThat(again).isPresent();
        assertThat(Told.mails(report)).containsExactly("PENDING");
    }

    private String auditedReason() {
        return RunningNotification.superuser()
                .sql("SELECT detail::jsonb ->> 'reason' FROM audit_entry WHERE action = 'DELIVERY_NOT_NEEDED' AND"
                        + " entity = ?::text")
                .param(report.alertId())
                .query(String.class)
                .single();
    }

    private void dispatch() {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    private void goAway() {
        MailServer.goAway();
        away = true;
    }

    private void letADayPass() {
        RunningNotification.superuser()
                .sql("UPDATE delivery SET created_at = created_at - interval '1 day' WHERE delivery_id = ?")
                .param(mailId())
                .update();
    }

    private Optional<Instant> settle(Channel.Outcome outcome) {
        Delivery delivery =
                RunningNotification.bean(DeliveryTable.class).find(mailId()).orElseThrow();
        return RunningNotification.bean(Journal.class)
                .write(changes -> RunningNotification.bean(Settlement.class).settle(changes, delivery, outcome));
    }

    private UUID mailId() {
        return RunningNotification.superuser()
                .sql("SELECT delivery_id FROM delivery WHERE alert_id = ? AND contact_id = ? AND channel = 'email'")
                .params(report.alertId(), crc)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    private List<String> errors() {
        return RunningNotification.superuser()
                .sql("""
                    SELECT concat_ws(' ', outcome, error) FROM delivery_attempt JOIN delivery USING (delivery_id)
                    WHERE alert_id = ? AND channel = 'email' AND outcome = 'RETRY' ORDER BY number\
                    """)
                .param(report.alertId())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
