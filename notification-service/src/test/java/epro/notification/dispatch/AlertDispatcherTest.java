package epro.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.notification.ArmedChannel;
import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of reports, in whatever order they come and however often. */
class AlertDispatcherTest {

    @Test
    void changesNothingForARevisionThatIsKnown() {
        SentReport report = SentReport.of(Urgency.URGENT);
        dispatch(report);
        assertThat(dispatch(report)).isEqualTo(new Dispatched.Known());
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void takesALaterRevisionFirstAndThenNoEarlierOne() {
        SentReport report = SentReport.of(Urgency.ROUTINE);
        dispatch(report.at(3, Urgency.EMERGENCY));
        assertThat(dispatch(report.at(1))).isEqualTo(new Dispatched.Known());
        assertThat(dispatch(report.at(2))).isEqualTo(new Dispatched.Known());
        assertThat(stored(report).status().revision()).isEqualTo(3);
        assertThat(stored(report).status().urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void tellsAnewOfALaterRevision() {
        SentReport report = SentReport.of(Urgency.ROUTINE);
        dispatch(report);
        dispatch(report.at(2, Urgency.URGENT));
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED", "REVISED");
        assertThat(Told.of(report)).containsExactly("in-app default revision-1", "in-app default revision-2");
    }

    @Test
    void takesBackWhatIsWithdrawnWithoutANewDelivery() {
        SentReport report = SentReport.of(Urgency.EMERGENCY);
        dispatch(report);
        dispatch(report.withdrawnAt(2));
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED", "WITHDRAWN");
        assertThat(Told.of(report)).containsExactly("in-app default revision-1");
    }

    @Test
    void makesAnAlertOfWhatIsWithdrawnBeforeItIsHeardOf() {
        SentReport report = SentReport.of(Urgency.EMERGENCY);
        dispatch(report.withdrawnAt(2));
        assertThat(dispatch(report.at(1))).isEqualTo(new Dispatched.Known());
        assertThat(stored(report).isPressing()).isFalse();
    }

    @Test
    void joinsANewReportOfTheSameSymptomToTheOpenCase() {
        SentReport lead = SentReport.of(Urgency.URGENT);
        SentReport second = lead.again(Urgency.ROUTINE);
        dispatch(lead);
        dispatch(second);
        assertThat(stored(second).identity().joinedTo()).isEqualTo(lead.alertId());
        assertThat(stored(second).identity().caseNumber())
                .isEqualTo(stored(lead).identity().caseNumber());
        assertThat(Told.timeline(second)).containsExactly("JOINED", "NOTIFIED");
    }

    @Test
    void opensAnotherCaseForAnotherSymptom() {
        SentReport lead = SentReport.of(Urgency.URGENT);
        SentReport other = lead.again(Urgency.URGENT).ofSymptom("NAUSEA");
        dispatch(lead);
        dispatch(other);
        assertThat(stored(other).hasJoined()).isFalse();
    }

    @Test
    void opensAnotherCaseIfTheFormerIsWithdrawn() {
        SentReport former = SentReport.of(Urgency.URGENT);
        dispatch(former);
        dispatch(former.withdrawnAt(2));
        SentReport next = former.again(Urgency.URGENT);
        dispatch(next);
        assertThat(stored(next).hasJoined()).isFalse();
    }

    @Test
    void writesToACaseThatSomethingMoreUrgentJoins() {
        SentReport lead = SentReport.of(Urgency.ROUTINE);
        Told.contact(lead.studyId(), ContactRole.CRC);
        SentReport calm = lead.again(Urgency.ROUTINE);
        SentReport worse = lead.again(Urgency.EMERGENCY);
        Stream.of(lead, calm, worse).forEach(AlertDispatcherTest::dispatch);
        assertThat(Told.mails(calm)).isEmpty();
        assertThat(Told.mails(worse)).hasSize(1);
        assertThat(stored(lead).status().urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void writesNoSecondMailToACaseThatIsAsUrgent() {
        SentReport lead = SentReport.of(Urgency.EMERGENCY);
        Told.contact(lead.studyId(), ContactRole.CRC);
        SentReport second = lead.again(Urgency.EMERGENCY);
        dispatch(lead);
        dispatch(second);
        assertThat(Told.mails(lead)).hasSize(1);
        assertThat(Told.mails(second)).isEmpty();
    }

    @Test
    void callsPeopleToWhatJoinsACaseWhoseLeadWasTakenBack() {
        SentReport lead = SentReport.of(Urgency.EMERGENCY);
        Told.contact(lead.studyId(), ContactRole.CRC);
        SentReport calm = lead.again(Urgency.ROUTINE);
        SentReport worse = lead.again(Urgency.EMERGENCY);
        dispatch(lead);
        dispatch(calm);
        dispatch(lead.withdrawnAt(2));
        dispatch(worse);
        assertThat(stored(worse).hasJoined()).isTrue();
        assertThat(Told.mails(worse)).hasSize(1);
    }

    @Test
    void writesToAnotherContactWhereTheNearestHasNoAddress() {
        SentReport report = SentReport.of(Urgency.EMERGENCY);
        String principal = Told.contact(report.studyId(), ContactRole.PRINCIPAL_INVESTIGATOR);
        String coordinator = Told.contactWithoutAddress(report.studyId(), ContactRole.CRC);
        dispatch(report);
        assertThat(Told.of(report))
                .containsExactlyInAnyOrder(
                        "in-app " + coordinator + " revision-1", "email " + principal + " revision-1");
    }

    @Test
    void leavesNothingBehindWhenItFailsInTheMiddleAndDoesItAllAfterwards() {
        SentReport report = SentReport.of(Urgency.EMERGENCY);
        ArmedChannel.arm(Told.contact(report.studyId(), ContactRole.CRC));
        assertThatThrownBy(() -> dispatch(report)).hasMessage("the power is out");
        ArmedChannel.disarm();
        assertThat(report.alert()).isEmpty();
        assertThat(Told.audited(report)).isEmpty();
        dispatch(report);
        assertThat(Told.audited(report)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void makesOneCaseOfWhatComesAtTheSameTime() throws Exception {
        SentReport lead = SentReport.of(Urgency.URGENT);
        List<SentReport> reports = Stream.generate(() -> lead.again(Urgency.URGENT))
                .limit(8)
                .flatMap(report -> Stream.of(report, report))
                .toList();
        inParallel(reports);
        assertThat(reports.stream().map(report -> stored(report).identity().leadId()))
                .containsOnly(stored(reports.getFirst()).identity().leadId());
        assertThat(reports)
                .allSatisfy(report -> assertThat(Told.timeline(report)).hasSize(2));
    }

    private static void inParallel(List<SentReport> reports) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Dispatched>> work = reports.stream()
                    .<Callable<Dispatched>>map(report -> () -> dispatch(report))
                    .toList();
            for (Future<Dispatched> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static Dispatched dispatch(SentReport report) {
        return RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    private static Alert stored(SentReport report) {
        return report.alert().orElseThrow();
    }
}
