package epro.notification.console;

import static epro.notification.console.Reports.dispatched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes into the console, for how long, and what their session is good for. */
class SigningInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Visitor stranger = new Visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/list", "/console/events", "/console/elsewhere"})
    void sendsStrangersToTheSignInPage(String path) {
        HttpResponse<String> answer = stranger.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.redirect(answer)).isEqualTo("/console/sign-in");
        assertThat(stranger.cookies()).noneMatch(cookie -> cookie.getName().equals("EPRO_CONSOLE"));
    }

    @Test
    void leadsWhoFollowedALinkToItsAlertOnceTheyHaveSignedIn() {
        SentReport report = dispatched(Urgency.URGENT);
        String asked = Visitor.redirect(stranger.get(Reports.page(report)));
        assertThat(asked).isEqualTo("/console/sign-in?alert=" + report.alertId());
        String token = RunningNotification.token("crc", "crf:read", report.site());
        HttpResponse<String> entered = stranger.submit(stranger.page(asked), "form.sign-in", Map.of("token", token));
        assertThat(Visitor.redirect(entered)).isEqualTo(Reports.page(report));
    }

    @Test
    void asksAWebMailersVisitorAgainSoThatTheirSessionComesAlong() {
        HttpResponse<String> answer = stranger.get(
                "/console/alerts/" + UUID.randomUUID(), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertThat(answer.headers().firstValue("Refresh")).hasValue("0");
    }

    @Test
    void leadsAPageWhoseSessionIsOverToTheSignInPage() {
        HttpResponse<String> answer = stranger.get("/console/list", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/console/sign-in");
    }

    @Test
    void letsInWhoShowsAGoodTokenAndKeepsTheTokenToItself() {
        HttpResponse<String> answer = stranger.signIn(RunningNotification.token("li.na", "crf:read", "*"));
        assertThat(Visitor.redirect(answer)).isEqualTo("/console");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("EPRO_CONSOLE=")
                        .contains("Path=/console", "HttpOnly", "SameSite=Strict")
                        .doesNotContain("eyJ"));
        assertThat(stranger.page("/console").select(".me").text()).endsWith("li.na");
    }

    @Test
    void tellsNobodyWhyATokenIsNoGood() {
        String good = RunningNotification.token("crc", "crf:read", "*");
        String expired = RunningNotification.stack()
                .tokens()
                .staff("crc", List.of("crf:read"), List.of("*"), Duration.ofHours(-1));
        List<HttpResponse<String>> answers =
                List.of(stranger.signIn("nonsense"), stranger.signIn(good + "x"), stranger.signIn(expired));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(answers)
                .extracting(answer ->
                        Jsoup.parse(answer.body()).select("#complaint").text())
                .containsOnly("You could not be signed in with this token. "
                        + "Please check that you copied all of it, or ask for a new one.");
        assertThat(stranger.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void endsASessionWithItsToken() {
        stranger.signIn(brief("*"));
        assertThat(stranger.get("/console").statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> stranger.get("/console").statusCode() == 302);
    }

    @Test
    void tellsAnOpenPageOfChangesAtItsSitesUntilItsTokenEnds() {
        SentReport before = dispatched(Urgency.URGENT);
        SentReport mine = dispatched(Urgency.URGENT);
        SentReport foreign = dispatched(Urgency.URGENT);
        stranger.signIn(brief(mine.site()));
        String told = stranger.get("/console/events", "Last-Event-ID", lastChange(before))
                .body();
        assertThat(told).contains("event: alert", mine.alertId().toString());
        assertThat(told).doesNotContain(foreign.studyId()).doesNotContain(mine.patientId());
    }

    @Test
    void signsOutByFormOnly() {
        Visitor crc = Visitor.crc("*");
        crc.get("/console/sign-out");
        assertThat(crc.get("/console").statusCode()).isEqualTo(200);
        assertThat(Visitor.redirect(crc.submit(crc.page("/console"), ".account form", Map.of())))
                .isEqualTo("/console/sign-in");
        assertThat(crc.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void givesANewSessionToWhoSignsInAgain() {
        Visitor crc = Visitor.crc("*");
        String before = crc.cookieHeader();
        crc.signIn(RunningNotification.token("crc", "crf:read", "*"));
        assertThat(crc.cookieHeader()).isNotEqualTo(before);
        assertThat(stranger.get("/console", "Cookie", before).statusCode()).isEqualTo(302);
    }

    @Test
    void leavesASessionAsItIsWhenSeveralRequestsComeAtOnce() {
        Visitor crc = Visitor.crc("*");
        crc.page("/console");
        String first = crc.cookieHeader();
        crc.page("/console/list");
        crc.page("/console");
        assertThat(crc.cookieHeader()).isEqualTo(first);
    }

    @Test
    void opensNothingOfTheApiWithASession() {
        SentReport report = dispatched(Urgency.URGENT);
        Visitor crc = Visitor.crc("*");
        HttpResponse<String> answer = stranger.get(report.path(), "Cookie", crc.cookieHeader());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/v1/alerts/stream", "Cookie", crc.cookieHeader())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void opensNothingOfTheConsoleWithABearerToken() {
        String bearer = "Bearer " + RunningNotification.token("crc", "crf:read", "*");
        assertThat(stranger.get("/console", "Authorization", bearer).statusCode())
                .isEqualTo(302);
    }

    private static String brief(String site) {
        return RunningNotification.stack()
                .tokens()
                .staff("crc", List.of("crf:read"), List.of(site), Duration.ofSeconds(3));
    }

    private static String lastChange(SentReport report) {
        return RunningNotification.superuser()
                .sql("SELECT max(number) FROM alert_change WHERE alert_id = ?")
                .param(report.alertId())
                .query(String.class)
                .single();
    }
}
