package epro.notification.console;

import static epro.notification.console.Reports.dispatched;
import static epro.notification.console.Reports.page;
import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** One alert, and who may do what about it. */
class AlertPageTest {
    private final SentReport report = dispatched(Urgency.URGENT);
    private final Visitor crc = Visitor.crc(report.site());

    @Test
    void showsEvidenceTimelineAndDeliveries() {
        Document alert = crc.page(page(report));
        assertThat(alert.select("h1").text()).isEqualTo(report.symptom() + " display Grade 3");
        assertThat(alert.select("#patient").text()).isEqualTo(report.patientId());
        assertThat(section(alert, "evidence"))
                .contains("Found by Rule", "Severity 3 of 4", "pain.severity severe-attribute 2");
        assertThat(section(alert, "timeline")).contains("Detected System 20").contains("First delivery arrived System");
        assertThat(section(alert, "deliveries")).contains("Inbox Default contact Delivered 1 20");
    }

    @Test
    void knowsNothingOfAForeignSite() {
        Visitor foreign = Visitor.crc(report.studyId() + "/SITE-2");
        HttpResponse<String> answer = foreign.get(page(report));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such alert").doesNotContain(report.patientId());
        assertThat(foreign.page("/console/alerts/x").select("main").html())
                .isEqualTo(foreign.page(page(report)).select("main").html());
        String formToken = crc.page(page(report)).select("[name=_csrf]").attr("value");
        assertThat(crc.post("/console/alerts/" + UUID.randomUUID() + "/acknowledge", Map.of("_csrf", formToken))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void changesNothingWhenItIsRead() {
        crc.get(page(report));
        crc.get(page(report) + "/card");
        crc.get(page(report) + "/acknowledge");
        crc.get(page(report) + "/seen");
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void isSeenOnceItsPageSaysSo() {
        HttpResponse<String> answer = crc.submit(crc.page(page(report)), "form[action$=/seen]", Map.of());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED", "SEEN");
    }

    @Test
    void isAcknowledgedByItsFormAndShowsByWhom() {
        HttpResponse<String> answer = crc.submit(crc.page(page(report)), ".answer", Map.of());
        assertThat(Visitor.redirect(answer)).isEqualTo(page(report));
        Document after = crc.page(page(report));
        assertThat(after.select(".outcome").text()).isEqualTo("Thank you. The case is yours now.");
        assertThat(after.select(".answered-by").text()).matches("Acknowledged by crc 20.+ \\+00:00");
        assertThat(after.select(".answer")).isEmpty();
        assertThat(Told.timeline(report)).endsWith("ACKNOWLEDGED");
    }

    @Test
    void tellsTheSecondOfTwoKindlyWhoWasFaster() {
        Visitor other = Visitor.signedIn("wang.wei", "crf:read alerts:acknowledge", report.site());
        Document seenByOther = other.page(page(report));
        crc.submit(crc.page(page(report)), ".answer", Map.of());
        other.submit(seenByOther, ".answer", Map.of());
        Document after = other.page(page(report));
        assertThat(after.select(".outcome.already").text()).startsWith("Somebody was a moment faster");
        assertThat(after.select(".answered-by").text()).startsWith("Acknowledged by crc");
        assertThat(Told.timeline(report)).containsOnlyOnce("ACKNOWLEDGED");
    }

    @Test
    void showsWhatHasChangedMeanwhileAndAsksAgain() {
        Document shown = crc.page(page(report));
        dispatched(report.again(Urgency.EMERGENCY));
        crc.submit(shown, ".answer", Map.of());
        Document after = crc.page(page(report));
        assertThat(after.select(".outcome.changed").text()).startsWith("Nothing was acknowledged");
        assertThat(after.select(".summary").hasClass("emergency")).isTrue();
        assertThat(Told.timeline(report)).doesNotContain("ACKNOWLEDGED");
        crc.submit(after, ".answer", Map.of());
        assertThat(Told.timeline(report)).endsWith("ACKNOWLEDGED");
    }

    @Test
    void saysThatAnotherReportOfTheCaseIsMoreUrgent() {
        SentReport calm = dispatched(report.again(Urgency.ROUTINE));
        assertThat(crc.page(page(calm)).select(".answer").text())
                .contains("Another report of this case is more urgent: Urgent.");
    }

    @Test
    void takesNoAnswerWithoutTheSecretOfItsForm() {
        crc.page(page(report));
        assertThat(crc.post(page(report) + "/acknowledge", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(crc.post(page(report) + "/acknowledge", Map.of("_csrf", "guessed"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void takesNoAnswerFromThoseWhoMayOnlyRead() {
        Visitor reader = Visitor.signedIn("monitor", "crf:read", report.site());
        Document alert = reader.page(page(report));
        assertThat(alert.select("#acknowledge, form[action$=/seen]")).isEmpty();
        String formToken = alert.select("[name=_csrf]").attr("value");
        HttpResponse<String> answer = reader.post(page(report) + "/acknowledge", Map.of("_csrf", formToken));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Told.timeline(report)).containsExactly("DETECTED", "NOTIFIED");
    }

    @Test
    void asksOnceMoreWhenTheUrgencyRises() {
        crc.submit(crc.page(page(report)), ".answer", Map.of());
        dispatched(report.at(2, Urgency.EMERGENCY));
        Document alert = crc.page(page(report));
        assertThat(alert.select(".state.raised").text()).isEqualTo("Answer awaited once more");
        assertThat(alert.select("#acknowledge")).hasSize(1);
    }

    private static String section(Document page, String name) {
        return page.select("section[aria-labelledby=" + name + "]").text();
    }
}
