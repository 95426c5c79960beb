package epro.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Alert;
import epro.notification.alert.AlertState;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import epro.notification.contact.Contacts;
import epro.notification.delivery.Deliveries;
import epro.notification.dispatch.AlertDispatcher;
import epro.notification.journal.Alerts;
import epro.notification.journal.JournalAt;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Days after an acknowledgement that nothing follows, in simulated time. */
class FollowUpTest {
    private final String study = "STUDY-" + UUID.randomUUID();
    private final String crc = Told.contact(study, ContactRole.CRC);
    private final String sub = Told.contact(study, ContactRole.SUB_INVESTIGATOR);

    @Test
    void callsAgainADayAfterAnEmergencyWasAcknowledgedAndNothingFollowed() {
        SentReport report = acknowledged(Urgency.EMERGENCY);
        assertThat(remindedAt(report, Duration.ofHours(24).minusSeconds(1))).isEmpty();
        assertThat(remindedAt(report, Duration.ofHours(24))).isPresent();
        assertThat(Told.timeline(report)).contains("REMINDED");
        assertThat(Told.of(report)).contains("in-app " + crc + " step-1", "email " + crc + " step-1");
        assertThat(stored(report).status().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(stored(report).awaitsAnswer()).isTrue();
    }

    @Test
    void escalatesFromTheFirstStepAgain() {
        SentReport report = acknowledged(Urgency.EMERGENCY);
        remindedAt(report, Duration.ofHours(24));
        assertThat(advancedAt(report, Duration.ofHours(24).plusMinutes(4))).isEmpty();
        assertThat(advancedAt(report, Duration.ofHours(24).plusMinutes(5))).isPresent();
        assertThat(Told.of(report)).contains("in-app " + sub + " step-2");
    }

    @Test
    void leavesThreeDaysForWhatIsUrgent() {
        SentReport report = acknowledged(Urgency.URGENT);
        assertThat(remindedAt(report, Duration.ofDays(3).minusSeconds(1))).isEmpty();
        assertThat(remindedAt(report, Duration.ofDays(3))).isPresent();
    }

    @Test
    void isQuietOnceItIsAssessed() {
        SentReport report = acknowledged(Urgency.EMERGENCY);
        JournalAt.of(() -> acknowledgedAt(report).plusSeconds(60)).write(changes -> {
            Alert alert = stored(report);
            alert.assess("investigator", changes.now());
            changes.save(alert);
            return true;
        });
        assertThat(remindedAt(report, Duration.ofHours(24))).isEmpty();
        assertThat(Told.timeline(report)).doesNotContain("REMINDED");
    }

    @Test
    void isQuietAboutWhatWasTakenBackAndWhatIsRoutine() {
        SentReport withdrawn = acknowledged(Urgency.EMERGENCY);
        dispatch(withdrawn.withdrawnAt(2));
        assertThat(remindedAt(withdrawn, Duration.ofDays(9))).isEmpty();
        assertThat(remindedAt(acknowledged(Urgency.ROUTINE), Duration.ofDays(9)))
                .isEmpty();
    }

    @Test
    void waitsAsLongAgainOnceSomebodyAcknowledgesAgain() {
        SentReport report = acknowledged(Urgency.EMERGENCY);
        remindedAt(report, Duration.ofHours(24));
        acknowledge(report);
        assertThat(stored(report).awaitsAnswer()).isFalse();
        assertThat(advancedAt(report, Duration.ofHours(23))).isEmpty();
        assertThat(remindedAt(report, Duration.ofHours(23))).isEmpty();
        assertThat(remindedAt(report, Duration.ofHours(24))).isPresent();
    }

    @Test
    void looksForWhatIsToFollow() {
        SentReport report = acknowledged(Urgency.EMERGENCY);
        EscalationTable table = RunningNotification.bean(EscalationTable.class);
        Instant due = acknowledgedAt(report).plus(Duration.ofHours(24));
        assertThat(table.toFollowUp(due.minusMillis(1), 10_000)).doesNotContain(report.alertId());
        assertThat(table.toFollowUp(due, 10_000)).contains(report.alertId());
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> new FollowUpSettings(Duration.ZERO, Duration.ofDays(3)))
                .hasMessage("epro.escalation.follow-up.emergency must be positive, was PT0S");
    }

    private SentReport acknowledged(Urgency urgency) {
        SentReport report = SentReport.inStudy(study, urgency);
        dispatch(report);
        acknowledge(report);
        return report;
    }

    private static void dispatch(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    private static void acknowledge(SentReport report) {
        RunningNotification.as("crc", "alerts:acknowledge", "*").post(report.path() + "/acknowledge", "");
    }

    /** Looks at the case so long after it was acknowledged. */
    private static Optional<Alert> remindedAt(SentReport report, Duration after) {
        Instant now = acknowledgedAt(report).plus(after);
        return new FollowUpRun(
                        JournalAt.of(() -> now),
                        RunningNotification.bean(EscalationTable.class),
                        RunningNotification.bean(Alerts.class),
                        RunningNotification.bean(Contacts.class),
                        RunningNotification.bean(Deliveries.class))
                .remind(report.alertId());
    }

    private static Optional<Alert> advancedAt(SentReport report, Duration after) {
        Instant now = acknowledgedAt(report).plus(after);
        return new EscalationRun(
                        JournalAt.of(() -> now),
                        RunningNotification.bean(EscalationTable.class),
                        RunningNotification.bean(Alerts.class),
                        RunningNotification.bean(Contacts.class),
                        RunningNotification.bean(Deliveries.class))
                .advance(report.alertId());
    }

    private static Instant acknowledgedAt(SentReport report) {
        return Objects.requireNonNull(stored(report).status().acknowledgedAt());
    }

    private static Alert stored(SentReport report) {
        return report.alert().orElseThrow();
    }
}
