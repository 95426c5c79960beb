package epro.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import epro.notification.contact.Contacts;
import epro.notification.delivery.Deliveries;
import epro.notification.dispatch.AlertDispatcher;
import epro.notification.journal.Alerts;
import epro.notification.journal.JournalAt;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hours of nobody acknowledging, in simulated time. */
class EscalationTest {
    private final String study = "STUDY-" + UUID.randomUUID();
    private final String crc = Told.contact(study, ContactRole.CRC);
    private final String sub = Told.contact(study, ContactRole.SUB_INVESTIGATOR);
    private final String principal = Told.contact(study, ContactRole.PRINCIPAL_INVESTIGATOR);

    @Test
    void callsTheNextUntilSomebodyAcknowledges() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        assertThat(after(report, Duration.ofSeconds(299))).isEmpty();
        assertThat(after(report, Duration.ofMinutes(5))).containsExactly(sub);
        assertThat(after(report, Duration.ofMinutes(14))).isEmpty();
        assertThat(after(report, Duration.ofMinutes(15))).containsExactly(principal);
        assertThat(after(report, Duration.ofMinutes(30))).containsExactlyInAnyOrder(crc, sub, principal);
        assertThat(after(report, Duration.ofMinutes(59))).isEmpty();
        assertThat(after(report, Duration.ofMinutes(60))).containsExactlyInAnyOrder(crc, sub, principal);
        assertThat(after(report, Duration.ofMinutes(90))).hasSize(3);
    }

    @Test
    void takesMoreTimeForWhatIsUrgentOnly() {
        SentReport report = dispatched(Urgency.URGENT);
        assertThat(after(report, Duration.ofMinutes(29))).isEmpty();
        assertThat(after(report, Duration.ofMinutes(30))).containsExactly(sub);
        assertThat(after(report, Duration.ofMinutes(60))).containsExactly(principal);
        assertThat(after(report, Duration.ofHours(2))).hasSize(3);
        assertThat(after(report, Duration.ofMinutes(239))).isEmpty();
        assertThat(after(report, Duration.ofHours(4))).hasSize(3);
    }

    @Test
    void leavesRoutineInTheInbox() {
        assertThat(after(dispatched(Urgency.ROUTINE), Duration.ofDays(1))).isEmpty();
    }

    @Test
    void takesEachStepOnceWhoeverLooks() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        assertThat(after(report, Duration.ofMinutes(5))).hasSize(1);
        assertThat(after(report, Duration.ofMinutes(5))).isEmpty();
        assertThat(Told.timeline(report)).containsOnlyOnce("ESCALATED");
    }

    @Test
    void makesUpForStepsThatWereMissed() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        Duration late = Duration.ofHours(3);
        assertThat(after(report, late)).containsExactly(sub);
        assertThat(after(report, late)).containsExactly(principal);
        assertThat(after(report, late)).hasSize(3);
        assertThat(after(report, late)).isEmpty();
    }

    @Test
    void endsWithTheAcknowledgement() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        RunningNotification.as("crc", "alerts:acknowledge", "*").post(report.path() + "/acknowledge", "");
        assertThat(after(report, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void endsWithTheWithdrawal() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        dispatch(report.withdrawnAt(2));
        assertThat(after(report, Duration.ofHours(1))).isEmpty();
        assertThat(Told.timeline(report)).doesNotContain("ESCALATED");
    }

    @Test
    void goesOnForWhatJoinedACaseWhoseLeadWasWithdrawn() {
        SentReport lead = dispatched(Urgency.EMERGENCY);
        SentReport joined = lead.again(Urgency.EMERGENCY);
        dispatch(joined);
        dispatch(lead.withdrawnAt(2));
        after(lead, Duration.ofMinutes(5));
        assertThat(Told.timeline(joined)).contains("ESCALATED");
        assertThat(Told.timeline(lead)).doesNotContain("ESCALATED");
    }

    @Test
    void isNotDelayedByALaterRevision() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        start(report, Duration.ofMinutes(4), Urgency.EMERGENCY);
        assertThat(after(report, Duration.ofMinutes(5))).hasSize(1);
    }

    @Test
    void comesNoLaterForWhatBecomesMoreUrgent() {
        SentReport soon = dispatched(Urgency.URGENT);
        start(soon, Duration.ofMinutes(1), Urgency.EMERGENCY);
        assertThat(after(soon, Duration.ofMinutes(6))).containsExactly(sub);
        SentReport nearlyDue = dispatched(Urgency.URGENT);
        start(nearlyDue, Duration.ofMinutes(29), Urgency.EMERGENCY);
        assertThat(after(nearlyDue, Duration.ofMinutes(30))).containsExactly(sub);
    }

    @Test
    void beginsAnewWhenAnAcknowledgedCaseBecomesMoreUrgent() {
        SentReport report = dispatched(Urgency.URGENT);
        after(report, Duration.ofMinutes(30));
        RunningNotification.as("crc", "alerts:acknowledge", "*").post(report.path() + "/acknowledge", "");
        dispatch(report.at(2, Urgency.EMERGENCY));
        assertThat(after(report, Duration.ofMinutes(6))).containsExactly(sub);
    }

    @Test
    void staysWithTheDefaultContactWhereThereIsNobodyElse() {
        SentReport report = SentReport.of(Urgency.EMERGENCY);
        dispatch(report);
        assertThat(after(report, Duration.ofMinutes(5))).containsExactly("default");
    }

    @Test
    void looksForWhatIsDue() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        EscalationTable table = RunningNotification.bean(EscalationTable.class);
        var due = report.alert().orElseThrow().identity().createdAt().plus(Duration.ofMinutes(5));
        assertThat(table.due(due.minusMillis(1), 10_000)).doesNotContain(report.alertId());
        assertThat(table.due(due, 10_000)).contains(report.alertId());
    }

    private SentReport dispatched(Urgency urgency) {
        SentReport report = SentReport.inStudy(study, urgency);
        dispatch(report);
        return report;
    }

    private static void dispatch(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    /** Looks at the case so long after it began: who is told then. */
    private static List<String> after(SentReport report, Duration duration) {
        List<String> before = Told.of(report);
        var now = report.alert().orElseThrow().identity().createdAt().plus(duration);
        new EscalationRun(
                        JournalAt.of(() -> now),
                        RunningNotification.bean(EscalationTable.class),
                        RunningNotification.bean(Alerts.class),
                        RunningNotification.bean(Contacts.class),
                        RunningNotification.bean(Deliveries.class))
                .advance(report.alertId());
        return Told.of(report).stream()
                .filter(told -> !before.contains(told))
                .filter(told -> told.startsWith("in-app"))
                .map(told -> told.split(" ", -1)[1])
                .toList();
    }

    private static void start(SentReport report, Duration duration, Urgency urgency) {
        var now = report.alert().orElseThrow().identity().createdAt().plus(duration);
        JournalAt.of(() -> now).write(changes -> {
            RunningNotification.bean(Escalations.class).start(changes, report.alertId(), urgency);
            return true;
        });
    }
}
