package epro.notification.console;

import static epro.notification.console.Reports.dispatched;
import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What lies in the live inbox, for whom, and in which order. */
class InboxPageTest {
    private final String study = "STUDY-" + UUID.randomUUID();

    @Test
    void showsWhatTheSiteGrantAllowsAndNothingElse() {
        SentReport mine = dispatched(Urgency.URGENT);
        SentReport foreign = dispatched(Urgency.URGENT);
        Document inbox = Visitor.crc(mine.site()).page("/console");
        assertThat(rows(inbox)).containsExactly(caseOf(mine));
        assertThat(inbox.html()).doesNotContain(foreign.studyId()).doesNotContain(foreign.patientId());
        assertThat(inbox.select("select[name=study] option").eachText()).containsExactly("All studies", mine.studyId());
    }

    @Test
    void showsOfAnAlertWhatACoordinatorHasToKnow() {
        SentReport report = dispatched(Urgency.EMERGENCY);
        String row =
                Visitor.crc(report.site()).page("/console").select(".alert").text();
        assertThat(row)
                .contains("Emergency", caseOf(report), report.symptom(), "Grade 3", "Notified", "just now")
                .contains(report.studyId(), "SITE-1", report.patientId());
    }

    @Test
    void hidesThePatientFromThoseWhoMayOnlyAcknowledge() {
        SentReport report = dispatched(Urgency.URGENT);
        Visitor nurse = Visitor.signedIn("nurse", "alerts:acknowledge", report.site());
        assertThat(nurse.page("/console").html()).contains(caseOf(report)).doesNotContain(report.patientId());
        assertThat(nurse.page(Reports.page(report)).html()).doesNotContain(report.patientId());
    }

    @Test
    void putsTheMostUrgentAndThenTheOldestOnTop() {
        SentReport routine = dispatched(SentReport.inStudy(study, Urgency.ROUTINE));
        SentReport older = dispatched(SentReport.inStudy(study, Urgency.URGENT));
        SentReport newer = dispatched(SentReport.inStudy(study, Urgency.URGENT));
        SentReport emergency = dispatched(SentReport.inStudy(study, Urgency.EMERGENCY));
        SentReport takenBack = dispatched(
                dispatched(SentReport.inStudy(study, Urgency.EMERGENCY)).withdrawnAt(2));
        SentReport answered = dispatched(SentReport.inStudy(study, Urgency.EMERGENCY));
        acknowledge(answered);
        assertThat(rows(Visitor.crc(study + "/*").page("/console?state=all")))
                .containsExactly(
                        caseOf(emergency),
                        caseOf(older),
                        caseOf(newer),
                        caseOf(routine),
                        caseOf(takenBack),
                        caseOf(answered));
    }

    @Test
    void isNarrowedByStateStudyAndSite() {
        SentReport open = dispatched(SentReport.inStudy(study, Urgency.URGENT));
        SentReport answered = dispatched(SentReport.inStudy(study, Urgency.URGENT));
        acknowledge(answered);
        Visitor everywhere = Visitor.crc("*");
        assertThat(rows(everywhere.page("/console?study=" + study))).containsExactly(caseOf(open));
        assertThat(rows(everywhere.page("/console/list?state=acknowledged&site=SITE-1&study=" + study)))
                .containsExactly(caseOf(answered));
        assertThat(everywhere
                        .page("/console?site=SITE-9&study=" + study)
                        .select(".empty")
                        .text())
                .startsWith("Nothing is waiting for you.");
    }

    @Test
    void countsWhatWaits() {
        dispatched(SentReport.inStudy(study, Urgency.EMERGENCY));
        dispatched(SentReport.inStudy(study, Urgency.ROUTINE));
        dispatched(SentReport.inStudy(study, Urgency.ROUTINE));
        Document inbox = Visitor.crc(study + "/*").page("/console");
        assertThat(inbox.select(".waiting dd").eachText()).containsExactly("1", "0", "2");
        assertThat(inbox.select("[data-announcement]").attr("data-announcement"))
                .isEqualTo("3 alerts are waiting; emergencies: 1");
    }

    @Test
    void isForThoseOnlyWhoMaySeeAlerts() {
        Visitor operator = Visitor.signedIn("operator", "ops", "*");
        assertThat(operator.get("/console").statusCode()).isEqualTo(403);
        assertThat(operator.page("/console").select("h1").text()).isEqualTo("You may not do this");
    }

    private static List<String> rows(Document page) {
        return page.select(".alert h2 a").eachText().stream()
                .map(text -> text.replace("Case ", ""))
                .toList();
    }

    private static String caseOf(SentReport report) {
        return report.alert().orElseThrow().identity().caseNumber();
    }

    private static void acknowledge(SentReport report) {
        RunningNotification.as("crc", "alerts:acknowledge", report.site()).post(report.path() + "/acknowledge", "");
    }
}
