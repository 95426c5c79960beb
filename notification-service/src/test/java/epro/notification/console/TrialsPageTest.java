package epro.notification.console;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.StubSync;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who run the system see of the sync of trials, and who does not. */
class TrialsPageTest {
    private static final String UNDER_WAY = """
            {"runId":"b","state":"RUNNING","total":3000,"done":1260,"changed":4,"failed":1,
             "startedAt":"2026-03-02T08:00:00Z","endedAt":null,"remainingSeconds":290},""";
    private static final String ENDED = """
            {"runId":"a","state":"PARTIAL","total":2000,"done":2000,"changed":12,"failed":3,
             "startedAt":"2026-03-01T08:00:00Z","endedAt":"2026-03-01T08:05:00Z","remainingSeconds":null}""";
    private static final String FRESHNESS = """
            {"trials":3010,"confirmedWithinADay":2950,"confirmedEarlier":40,"neverConfirmed":17,"quarantined":3,
             "oldestConfirmedAt":"2026-02-20T08:00:00Z"}""";

    private final StubSync sync = RunningNotification.sync();
    private final Visitor operator = Visitor.signedIn("operator", "ops", "*");

    @BeforeEach
    void say() {
        sync.says(UNDER_WAY + ENDED, FRESHNESS);
    }

    @AfterEach
    void answerAgain() {
        sync.says("", FRESHNESS);
    }

    @Test
    void showsHowFarTheRunUnderWayIs() {
        Document page = operator.page("/console/trials");
        assertThat(page.select("#run progress").attr("max")).isEqualTo("3000");
        assertThat(page.select("#run progress").attr("value")).isEqualTo("1260");
        assertThat(page.select("#run .line").text()).isEqualTo("42 % 1,260 of 3,000 trials about 5 min left");
        assertThat(page.select("#run dd").eachText()).containsExactly("4", "1", "2026-03-02 08:00:00 +00:00");
    }

    @Test
    void showsHowFreshTheStatusesAreAndTheLastRuns() {
        Document page = operator.page("/console/trials");
        assertThat(page.select("#freshness dd").eachText()).containsExactly("2,950", "40", "17", "3");
        assertThat(page.select("#freshness p").text())
                .startsWith("3,010 trials")
                .contains("oldest confirmation");
        assertThat(page.select("#runs tbody .state").eachText()).containsExactly("Under way", "In part");
        assertThat(page.expectFirst("#runs tbody tr:last-child").text())
                .isEqualTo("2026-03-01 08:00:00 +00:00 In part 2,000 of 2,000 12 3 2026-03-01 08:05:00 +00:00");
    }

    @Test
    void isAskedAgainByItself() {
        Document page = operator.page("/console/trials");
        assertThat(page.select("#trials").attr("hx-trigger")).isEqualTo("load, every 2s");
        String content = page.select("#trials").attr("hx-get");
        sync.says(ENDED, FRESHNESS);
        Document now = operator.page(content);
        assertThat(now.select("html head *")).isEmpty();
        assertThat(now.select("#run").text()).endsWith("No run is under way.");
        assertThat(now.select("#runs tbody tr")).hasSize(1);
    }

    @Test
    void saysWhenTheSyncDoesNotAnswerAndGoesOn() {
        sync.answersWith(500);
        HttpResponse<String> answer = operator.get("/console/trials");
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = operator.page("/console/trials");
        assertThat(page.select("[data-trouble=away]").text()).startsWith("nmpa-sync does not answer");
        assertThat(page.select("#run, #freshness, #runs")).isEmpty();
        assertThat(Visitor.crc("*").get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void isForThoseOnlyWhoRunTheSystem() {
        Visitor crc = Visitor.crc("*");
        assertThat(crc.get("/console/trials").statusCode()).isEqualTo(403);
        assertThat(crc.get("/console/trials/content").statusCode()).isEqualTo(403);
        assertThat(crc.page("/console").select(".bar a[href=/console/trials]")).isEmpty();
        assertThat(operator.page("/console").select(".bar a[href=/console/trials]"))
                .hasSize(1);
        assertThat(operator.page("/console/trials")
                        .select(".bar a[aria-current=page]")
                        .text())
                .isEqualTo("Trials");
    }

    @Test
    void isWhereWhoCameForItIsLedOnceTheyHaveSignedIn() {
        Visitor stranger = new Visitor();
        String asked = Visitor.redirect(stranger.get("/console/trials"));
        assertThat(asked).isEqualTo("/console/sign-in?page=trials");
        String token = RunningNotification.token("operator", "ops", "*");
        HttpResponse<String> entered = stranger.submit(stranger.page(asked), "form.sign-in", Map.of("token", token));
        assertThat(Visitor.redirect(entered)).isEqualTo("/console/trials");
        Visitor lured = new Visitor();
        HttpResponse<String> elsewhere = lured.submit(
                lured.page("/console/sign-in?page=//elsewhere.test"), "form.sign-in", Map.of("token", token));
        assertThat(Visitor.redirect(elsewhere)).isEqualTo("/console");
    }

    @Test
    void speaksChinese() {
        Document page = operator.page("/console/trials", "Accept-Language", "zh-CN");
        assertThat(page.select("h1").text()).isEqualTo("试验状态");
        assertThat(page.select("#run .line").text()).isEqualTo("42 % 已完成 1,260 / 3,000 项试验 约剩 5 分钟");
    }
}
