package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.IntakeTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that does not say whether a body comes. */
@Timeout(20)
class LengthRequiredTest extends IntakeTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/submissions, application/json",
        "/api/v1/submissions, application/x-ndjson",
        "/fhir/R4/QuestionnaireResponse, application/fhir+json",
    })
    void isAskedToSayIt(String path, String type) throws IOException {
        assertThat(countedAs("length-required", () -> answer(path, type, "")))
                .startsWith("HTTP/1.1 411")
                .contains("\"length-required\"");
    }

    @Test
    void isNotOneThatSaysThatNoneComes() throws IOException {
        assertThat(answer("/api/v1/submissions", "application/json", "Content-Length: 0\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("malformed-json");
        assertThat(intake.send(request("application/json")
                                .POST(BodyPublishers.noBody())
                                .build())
                        .text("code"))
                .isEqualTo("malformed-json");
    }

    @Test
    void isNotOneWhoseBodyComesInChunks() throws IOException {
        assertThat(answer(
                        "/api/v1/submissions",
                        "application/json",
                        "Transfer-Encoding: chunked\r\n",
                        "2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("missing-member");
        InputStream some = InputStream.nullInputStream();
        assertThat(intake.send(request("application/json")
                                .POST(BodyPublishers.ofInputStream(() -> some))
                                .build())
                        .text("code"))
                .isEqualTo("malformed-json");
    }

    private String answer(String path, String type, String length, String... body) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + gateway()
                + "\r\nContent-Type: " + type + "\r\n"
                + (type.endsWith("ndjson") ? "" : "Idempotency-Key: S-1\r\n") + length + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            socket.getOutputStream().write((head + String.join("", body)).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
