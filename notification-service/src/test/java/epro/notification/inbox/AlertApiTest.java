package epro.notification.inbox;

import static epro.notification.inbox.Inbox.crc;
import static epro.notification.inbox.Inbox.dispatched;
import static epro.notification.inbox.Inbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What coordinators see and do, and what others do not. */
class AlertApiTest {
    private static final String AGREED = """
            alertId caseNumber aeId revision submissionKey urgency state grade term studyId siteId createdAt acknowledgedAt \
            acknowledgedBy deliveries timeline levels sources findings""";

    @Test
    void showsAnAlertWithAllThatWasAgreed() {
        SentReport report = dispatched(Urgency.URGENT);
        JsonNode shown = json(crc(report.site()).get(report.path()));
        assertThat(AGREED.split(" ", -1)).allMatch(shown::has);
        assertThat(shown.get("state").asString()).isEqualTo("NOTIFIED");
        assertThat(shown.get("acknowledgedAt").isNull()).isTrue();
        assertThat(shown.get("patientId").asString()).isEqualTo(report.patientId());
        assertThat(shown.at("/deliveries/0/state").asString()).isEqualTo("DELIVERED");
        assertThat(shown.at("/timeline/0/action").asString()).isEqualTo("DETECTED");
        assertThat(shown.at("/findings/0/path").asString()).isEqualTo("pain.severity");
    }

    @Test
    void changesNothingWhenItIsRead() {
        SentReport report = dispatched(Urgency.URGENT);
        crc(report.site()).get(report.path());
        crc(report.site()).get("/api/v1/alerts?aeId=" + report.aeId());
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void hidesThePatientFromThoseWhoMayOnlyAcknowledge() {
        SentReport report = dispatched(Urgency.URGENT);
        HttpResponse<String> answer = RunningNotification.as("nurse", "alerts:acknowledge", report.site())
                .get(report.path());
        assertThat(json(answer).get("patientId").isNull()).isTrue();
    }

    @Test
    void knowsNothingOfAForeignSite() {
        SentReport report = dispatched(Urgency.URGENT);
        var foreign = crc(report.studyId() + "/SITE-2");
        assertThat(foreign.get(report.path()).statusCode()).isEqualTo(404);
        assertThat(foreign.post(report.path() + "/acknowledge", "").statusCode())
                .isEqualTo(404);
        assertThat(foreign.post(report.path() + "/seen", "").statusCode()).isEqualTo(404);
        assertThat(json(foreign.get("/api/v1/alerts")).get("items").isEmpty()).isTrue();
    }

    @Test
    void refusesThoseWhoMaySeeNoAlerts() {
        SentReport report = dispatched(Urgency.URGENT);
        assertThat(RunningNotification.as("x", "ops", "*").get(report.path()).statusCode())
                .isEqualTo(403);
        assertThat(RunningNotification.as("x", "crf:read", "*")
                        .post(report.path() + "/acknowledge", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isSeenWhenSomebodySaysSo() {
        SentReport report = dispatched(Urgency.URGENT);
        crc(report.site()).post(report.path() + "/seen", "");
        HttpResponse<String> again = crc(report.site()).post(report.path() + "/seen", "");
        assertThat(json(again).get("state").asString()).isEqualTo("SEEN");
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED", "SEEN");
    }

    @Test
    void letsOneOfTwoAcknowledgeAndTellsTheOtherWhoDid() throws Exception {
        SentReport report = dispatched(Urgency.URGENT);
        List<HttpResponse<String>> answers = acknowledgedAtOnce(report);
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        JsonNode refused = answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .map(Inbox::json)
                .findFirst()
                .orElseThrow();
        assertThat(refused.get("code").asString()).isEqualTo("already-acknowledged");
        assertThat(refused.get("acknowledgedBy").asString()).isEqualTo("crc");
        assertThat(refused.get("acknowledgedAt").asString()).startsWith("20");
        assertThat(Told.timeline(report)).containsOnlyOnce("ACKNOWLEDGED");
    }

    @Test
    void acknowledgesAllOfACaseByAnyOfIt() {
        SentReport lead = dispatched(Urgency.URGENT);
        SentReport second = dispatched(lead.again(Urgency.ROUTINE));
        assertThat(crc(lead.site()).post(second.path() + "/acknowledge", "").statusCode())
                .isEqualTo(200);
        assertThat(crc(lead.site()).post(lead.path() + "/acknowledge", "").statusCode())
                .isEqualTo(409);
        SentReport next = dispatched(lead.again(Urgency.ROUTINE));
        assertThat(next.alert().orElseThrow().hasJoined()).isFalse();
    }

    @Test
    void asksForASecondAcknowledgementWhenTheUrgencyRises() {
        SentReport report = dispatched(Urgency.ROUTINE);
        crc(report.site()).post(report.path() + "/acknowledge", "");
        dispatched(report.at(2, Urgency.EMERGENCY));
        JsonNode shown = json(crc(report.site()).get(report.path()));
        assertThat(shown.get("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(shown.get("raised").asBoolean()).isTrue();
        assertThat(crc(report.site()).post(report.path() + "/acknowledge", "").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oldest", "newest"})
    void listsInPagesThatMissNothing(String order) {
        SentReport first = dispatched(Urgency.ROUTINE);
        SentReport second = dispatched(SentReport.inStudy(first.studyId(), Urgency.URGENT));
        List<String> expected = new ArrayList<>(
                List.of(first.alertId().toString(), second.alertId().toString()));
        String query = "/api/v1/alerts?limit=1&studyId=" + first.studyId() + "&order=" + order;
        JsonNode pageOne = json(crc(first.studyId() + "/*").get(query));
        JsonNode pageTwo = json(crc(first.studyId() + "/*")
                .get(query + "&cursor=" + pageOne.get("next").asString()));
        List<String> found = new ArrayList<>(List.of(
                pageOne.at("/items/0/alertId").asString(),
                pageTwo.at("/items/0/alertId").asString()));
        assertThat(found).isEqualTo(order.equals("newest") ? expected.reversed() : expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=GONE", "aeId=1", "cursor=x", "limit=many"})
    void refusesAListThatCanNotBe(String query) {
        assertThat(crc("*").get("/api/v1/alerts?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void narrowsAListToWhatIsAskedFor() {
        SentReport report = dispatched(Urgency.URGENT);
        dispatched(SentReport.inStudy(report.studyId(), Urgency.ROUTINE));
        String query = "/api/v1/alerts?state=NOTIFIED&urgency=URGENT&siteId=SITE-1&studyId=" + report.studyId();
        JsonNode items = json(crc("*").get(query)).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/aeId").asString()).isEqualTo(report.aeId().toString());
    }

    private static List<HttpResponse<String>> acknowledgedAtOnce(SentReport report) throws Exception {
        Callable<HttpResponse<String>> work = () -> crc(report.site()).post(report.path() + "/acknowledge", "");
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : threads.invokeAll(List.of(work, work))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
