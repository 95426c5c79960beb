package epro.processing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.TestForms;
import epro.stack.DatabaseRole;
import epro.testing.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked in vain is answered with the reason, and in the time that it takes whoever may see nothing. */
class RefusalTest {

    @BeforeAll
    static void publishForm() {
        TestForms.publishPainDiary();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submissions?submissionId=%00",
                "submissions?patientId=P%00",
                "submissions?since=%2B1000000000-12-31T23:59:59Z",
                "submissions?since=-1000000000-01-01T00:00:00Z",
                "adverse-events?urgency=%00",
                "adverse-events?since=%2B10000-01-01T00:00:00Z"
            })
    void refusesAFilterWithWhatNothingCanBe(String query) {
        HttpResponse<String> answer = staff("*").get("/api/v1/" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"invalid-filter\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void refusesACursorBeyondTheDatabasesYears(String time) {
        byte[] cursor = (time + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
        HttpResponse<String> answer = staff("*").get("/api/v1/submissions?cursor=" + text);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"invalid-cursor\"");
    }

    @Test
    void asksToComeAgainWhenTheDatabaseIsNotToBeHad() throws SQLException {
        var access = RunningProcessing.stack().database(DatabaseRole.POSTGRES);
        try (Connection other = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE submission IN ACCESS EXCLUSIVE MODE");
            HttpResponse<String> answer = staff("*").get("/api/v1/submissions");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"unavailable\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            other.rollback();
        }
    }

    @Test
    void takesAsLongForWhatIsNotForTheCallersEyesAsForWhatIsNotThere() throws Exception {
        SentSubmission sent = SentSubmission.of(TestForms.PAIN, "{\"pain\":1}");
        sent.send();
        String path = "/api/v1/submissions/" + sent.key();
        await().atMost(Duration.ofSeconds(60)).until(() -> staff("*").get(path).statusCode() == 200);
        long begun = System.nanoTime();
        assertThat(waiting(path).statusCode()).isEqualTo(404);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static HttpResponse<String> waiting(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningProcessing.port() + path))
                .header("Authorization", "Bearer " + token("STUDY-T/SITE-2"))
                .header("Prefer", "wait=1")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Http staff(String site) {
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token(site));
    }

    private static String token(String site) {
        return RunningProcessing.stack()
                .tokens()
                .staff("crc", List.of("crf:read"), List.of(site), Duration.ofMinutes(5));
    }
}
