package epro.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports that come together become what they would have become one after the other. */
class TogetherTest {

    @Test
    void countsEachRevisionOnceWithinABatch() {
        SentReport report = SentReport.of(Urgency.ROUTINE);
        List<Dispatched> done = dispatch(report, report, report.at(2, Urgency.URGENT), report.at(1));
        assertThat(done.get(1)).isEqualTo(new Dispatched.Known());
        assertThat(done.get(3)).isEqualTo(new Dispatched.Known());
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED", "REVISED");
        assertThat(Told.audited(report)).containsExactly("DETECTED", "NOTIFIED", "REVISED");
        assertThat(Told.of(report)).containsExactly("in-app default revision-1", "in-app default revision-2");
    }

    @Test
    void joinsWhatComesWithTheReportThatOpensItsCase() {
        SentReport lead = SentReport.of(Urgency.URGENT);
        SentReport second = lead.again(Urgency.ROUTINE);
        dispatch(lead, second);
        assertThat(stored(second).identity().joinedTo()).isEqualTo(lead.alertId());
        assertThat(stored(second).identity().caseNumber())
                .isEqualTo(stored(lead).identity().caseNumber());
    }

    @Test
    void opensTwoCasesIfTheFirstIsTakenBackInBetween() {
        SentReport former = SentReport.of(Urgency.URGENT);
        SentReport next = former.again(Urgency.URGENT);
        dispatch(former, former.withdrawnAt(2), next);
        assertThat(stored(next).hasJoined()).isFalse();
        assertThat(stored(next).identity().caseNumber())
                .isNotEqualTo(stored(former).identity().caseNumber());
    }

    @Test
    void raisesTheLeadAndItsClockForWhatIsMoreUrgentInTheSameBatch() {
        SentReport lead = SentReport.of(Urgency.URGENT);
        Told.contact(lead.studyId(), ContactRole.CRC);
        SentReport worse = lead.again(Urgency.EMERGENCY);
        dispatch(lead, worse);
        assertThat(stored(lead).status().urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(Told.mails(lead)).hasSize(1);
        assertThat(Told.mails(worse)).hasSize(1);
        assertThat(minutesToItsNextStep(lead)).isEqualTo(5);
    }

    private static List<Dispatched> dispatch(SentReport... reports) {
        return RunningNotification.bean(AlertDispatcher.class)
                .dispatch(Stream.of(reports).map(SentReport::report).toList());
    }

    private static Alert stored(SentReport report) {
        return report.alert().orElseThrow();
    }

    private static int minutesToItsNextStep(SentReport lead) {
        return RunningNotification.superuser()
                .sql("SELECT extract(epoch FROM due_at - started_at)::int / 60 FROM escalation WHERE lead_id = ?")
                .param(lead.alertId())
                .query(Integer.class)
                .single();
    }
}
