package epro.processing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may read what, and how it looks. */
class SubmissionApiTest {

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @Test
    void showsASubmissionWithItsAuditEntryToStaffOfItsSite() {
        var sent = stored();
        JsonValue.Members shown = body(staff("STUDY-T/SITE-1").get(path(sent)));
        assertThat(member(shown, "state")).isEqualTo(new JsonValue.Text("STORED"));
        assertThat(member(shown, "suspectedAdverseEvents")).isEqualTo(new JsonValue.Items(List.of()));
        assertThat(member(shown, "audit").toString()).contains("STORED").contains("READ");
    }

    @Test
    void showsWhatTheAnswersWereReadFrom() {
        var sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":3}");
        String document = "{\"note\":\"" + "x".repeat(500) + "\",\"value\":3.0}";
        sent.send(SubmissionReceived.newBuilder(sent.event())
                .setDocument(document)
                .build());
        var reader = staff("STUDY-T/SITE-1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reader.get(path(sent)).statusCode() == 200);

        assertThat(reader.get(path(sent)).body()).contains("\"document\":" + document);
        assertThat(member(body(reader.get(path(stored()))), "document")).isEqualTo(new JsonValue.Null());
    }

    @Test
    void hidesASubmissionFromStaffOfAnotherSite() {
        HttpResponse<String> answer = staff("STUDY-T/SITE-2").get(path(stored()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("not-known-yet");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void showsPatientsTheirOwnAndNobodyElses() {
        var mine = stored();
        var other = stored();
        Http patient = client(RunningProcessing.stack().tokens().patient("STUDY-T", "SITE-1", mine.patientId()));
        assertThat(patient.get(path(mine)).statusCode()).isEqualTo(200);
        assertThat(patient.get(path(other)).statusCode()).isEqualTo(404);
        assertThat(keys(patient.get("/api/v1/submissions")))
                .containsExactly(mine.key().toString());
    }

    @Test
    void refusesWhoMayReadNothing() {
        String token =
                RunningProcessing.stack().tokens().staff("ops", List.of("ops"), List.of("*"), Duration.ofMinutes(5));
        assertThat(client(token).get(path(stored())).statusCode()).isEqualTo(403);
        assertThat(client(token).get("/api/v1/submissions/" + UUID.randomUUID()).statusCode())
                .isEqualTo(403);
        assertThat(client(null).get(path(stored())).statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotKnowWhatIsNoKey() {
        assertThat(staff("*").get("/api/v1/submissions/none").statusCode()).isEqualTo(404);
    }

    @Test
    void listsInPagesThatMissNothing() {
        var first = stored();
        var second = new SentSubmission(first.patientId(), "S-" + UUID.randomUUID(), TestForms.PAIN, "{\"pain\":2}");
        awaitStored(second);
        String query = "/api/v1/submissions?limit=1&patientId=" + first.patientId();
        HttpResponse<String> pageOne = staff("*").get(query);
        String cursor = ((JsonValue.Text) member(body(pageOne), "next")).value();
        HttpResponse<String> pageTwo = staff("*").get(query + "&cursor=" + cursor);
        assertThat(keys(pageOne)).containsExactly(first.key().toString());
        assertThat(keys(pageTwo)).containsExactly(second.key().toString());
    }

    private static SentSubmission stored() {
        var sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}");
        awaitStored(sent);
        return sent;
    }

    private static void awaitStored(SentSubmission sent) {
        sent.send();
        String waiting = RunningProcessing.stack()
                .tokens()
                .staff("crc", List.of("crf:read"), List.of("*"), Duration.ofMinutes(5));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client(waiting).get(path(sent)).statusCode() == 200);
    }

    private static String path(SentSubmission sent) {
        return "/api/v1/submissions/" + sent.key();
    }

    private static Http staff(String site) {
        return client(RunningProcessing.stack()
                .tokens()
                .staff("crc", List.of("crf:read"), List.of(site), Duration.ofMinutes(5)));
    }

    private static Http client(@Nullable String token) {
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token);
    }

    private static List<String> keys(HttpResponse<String> page) {
        var items = (JsonValue.Items) member(body(page), "items");
        return items.values().stream()
                .map(item -> ((JsonValue.Text) member((JsonValue.Members) item, "submissionKey")).value())
                .toList();
    }

    private static JsonValue member(JsonValue.Members members, String name) {
        return Objects.requireNonNull(members.values().get(name), name);
    }

    private static JsonValue.Members body(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return (JsonValue.Members) StrictJson.read(answer.body().getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
    }
}
