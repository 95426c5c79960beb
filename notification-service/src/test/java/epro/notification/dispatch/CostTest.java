package epro.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.CountedStatements;
import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Report;
import epro.notification.alert.Urgency;
import epro.notification.contact.ContactRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often the database is asked for a batch of reports, while nobody else can write: not once more for a report more. */
@Tag("slow")
class CostTest {
    private static final int MOST_FOR_A_BATCH = 24;

    @Test
    void asksHardlyMoreOftenForAHundredReportsThanForOne() {
        List<Report> one = reports(1);
        List<Report> hundred = reports(100);
        int forOne = CountedStatements.during(() -> dispatch(one));
        int forHundred = CountedStatements.during(() -> dispatch(hundred));
        assertThat(forOne).isLessThanOrEqualTo(MOST_FOR_A_BATCH);
        assertThat(forHundred).isLessThanOrEqualTo(forOne + 2);
    }

    @Test
    void asksHardlyMoreOftenForLaterRevisionsOfAHundred() {
        List<SentReport> sent = sent(100);
        dispatch(sent.stream().map(SentReport::report).toList());
        List<Report> revised =
                sent.stream().map(report -> report.at(2).report()).toList();
        assertThat(CountedStatements.during(() -> dispatch(revised))).isLessThanOrEqualTo(MOST_FOR_A_BATCH);
    }

    @Test
    void asksOnceForABatchThatIsBroughtAgain() {
        List<Report> reports = reports(100);
        dispatch(reports);
        assertThat(CountedStatements.during(() -> dispatch(reports))).isEqualTo(1);
    }

    private static void dispatch(List<Report> reports) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(reports);
    }

    private static List<Report> reports(int count) {
        return sent(count).stream().map(SentReport::report).toList();
    }

    /** Each of a study of its own, whose coordinator has a mail box. */
    private static List<SentReport> sent(int count) {
        List<SentReport> reports = Stream.generate(() -> SentReport.of(Urgency.EMERGENCY))
                .limit(count)
                .toList();
        reports.forEach(report -> Told.contact(report.studyId(), ContactRole.CRC));
        return reports;
    }
}
