package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBodyTest extends IntakeTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void takesWhatGzipPacked(String encoding) throws IOException {
        assertThat(send(packed(body(somePatient())), encoding).status()).isEqualTo(202);
    }

    @Test
    void isTheSameSubmissionPackedOrNot() throws IOException {
        String body = body(somePatient(), "'completedAt':'2026-03-01T08:00:00Z',");

        assertThat(send(packed(body), "gzip").text("submissionId"))
                .isEqualTo(submit(body).text("submissionId"));
    }

    @Test
    void refusesWhatIsTooLargeUnpacked() throws IOException {
        byte[] packed = packed(body(somePatient()) + " ".repeat(10_000_000));

        assertThat(packed).hasSizeLessThan(64 * 1024);
        assertRefused(send(packed, "gzip"), 413, "body-too-large");
    }

    @Test
    void refusesWhatIsPackedOftenAndHoldsNothing() throws IOException {
        ByteArrayOutputStream nothings = new ByteArrayOutputStream();
        for (int i = 0; i < 5_000; i++) {
            nothings.write(packed(""));
        }
        byte[] body = nothings.toByteArray();

        assertRefused(
                send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), "gzip"),
                400,
                "malformed-gzip");
    }

    @Test
    void refusesWhatGzipNeverMade() throws IOException {
        byte[] altered = packed(body(somePatient()));
        altered[altered.length - 6] ^= 1;

        assertRefused(send(altered, "gzip"), 400, "malformed-gzip");
        assertRefused(send(body(somePatient()).getBytes(StandardCharsets.UTF_8), "gzip"), 400, "malformed-gzip");
    }

    @Test
    void refusesWhatStandsBehindAWholeBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(packed(body(somePatient())));
        body.write("and this is no gzip".repeat(100).getBytes(StandardCharsets.UTF_8));

        assertRefused(send(body.toByteArray(), "gzip"), 400, "malformed-gzip");
    }

    @Test
    void refusesWhatBreaksOffOrIsPackedTwice() throws IOException {
        byte[] packed = packed(body(somePatient()));

        assertRefused(send(Arrays.copyOf(packed, packed.length / 2), "gzip"), 400, "bad-request");
        assertRefused(send(new byte[0], "gzip"), 400, "bad-request");
        assertRefused(send(packed, "gzip, gzip"), 415, "content-encoding-not-supported");
    }

    private Answer send(byte[] body, String encoding) {
        return send(BodyPublishers.ofByteArray(body), encoding);
    }

    private Answer send(BodyPublisher body, String encoding) {
        return intake.send(request("application/json")
                .header("Content-Encoding", encoding)
                .POST(body)
                .build());
    }

    static byte[] packed(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
