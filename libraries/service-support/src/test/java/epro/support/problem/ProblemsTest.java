package epro.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import epro.support.RunningService;
import epro.support.SampleService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = new RunningService(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersARefusalWithItsCodeMembersAndRetryAfter() {
        var answer = service.getWithToken("/refused");

        assertProblem(answer, 503, "buffer-full");
        assertThat(answer.body()).contains("\"pointer\":\"/answers\"").contains("\"submissionId\":\"s-1\"");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void saysAProblemInTheFormThatTheRequestIsToBeAnsweredIn() {
        var answer = service.getWithToken("/refused-otherwise");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/code");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).isEqualTo("503 buffer-full {submissionId=s-1, pointer=/answers}");
    }

    @Test
    void givesTheFrameworksOwnRefusalsAStableCode() {
        assertProblem(service.getWithToken("/nowhere"), 404, "not-found");
        assertProblem(service.getWithToken("/error"), 404, "not-found");
        assertProblem(service.getWithToken("/text"), 405, "method-not-allowed");
        assertProblem(service.post("/text", "text/plain", "application/json"), 415, "unsupported-media-type");
        assertProblem(service.post("/text", "multipart/form-data", "application/json"), 415, "unsupported-media-type");
        assertProblem(service.post("/text", "application/json", "text/html"), 406, "not-acceptable");
        assertProblem(service.getWithToken("/number"), 400, "bad-request");
    }

    @Test
    void neverEchoesWhatTheClientSent() {
        var answer = service.getWithToken("/number?value=" + SampleService.SECRET);

        assertProblem(answer, 400, "bad-request");
        assertThat(answer.body()).doesNotContain(SampleService.SECRET);
    }

    @Test
    void answersAnUnexpectedFailureWithoutItsTextAndLogsItWithoutData(CapturedOutput output) {
        var answer = service.getWithToken("/broken");

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).contains("\"submissionId\":\"s-1\"").doesNotContain(SampleService.SECRET);
        assertThat(output.getAll())
                .contains("java.lang.IllegalStateException at epro.support.SampleService")
                .contains("caused by java.lang.IllegalArgumentException")
                .doesNotContain(SampleService.SECRET);
    }

    @Test
    void answersWhatTheServerItselfRefusesAsAProblem() throws IOException {
        assertThat(raw("GET /caller HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json")
                .contains("\"code\":\"headers-too-large\"");
        assertThat(raw("GET /caller HTTP/1.1\r\nHost: x\r\n" + "X-Many: \r\n".repeat(200) + "\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /a|b<c> HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"bad-request\"");
    }

    @Test
    void takesNoFaultOnItselfForWhatNoClientMaySend() throws IOException {
        String rest = "\r\nHost: x\r\n";
        for (String head : new String[] {
            "GET /caller HTTP/3.0" + rest, "POST /caller HTTP/1.1" + rest + "Transfer-Encoding: gzip\r\n"
        }) {
            assertThat(raw(head + "\r\n")).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
        }
    }

    @Test
    void logsNothingOfARequestThatItCanNotRead(CapturedOutput output) throws IOException {
        String secret = SampleService.SECRET;
        assertThat(raw("GET /x?patientId=" + secret + "|x HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(secret + " /text HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + service.issuer.token()
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: POST");
        raw(secret + "@ /x HTTP/1.1\r\nHost: x\r\n\r\n");
        raw("GET /x HTTP/1.1\r\nHost: " + secret + "|\r\n\r\n");
        raw("GET /x HTTP/1.1\r\nHost: x\r\n" + secret + "@ : x\r\nConnection: close\r\n\r\n");
        raw("GET /x?a=%zz" + secret + " HTTP/1.1\r\nHost: x\r\nCookie: a=\"" + secret
                + "\r\nConnection: close\r\n\r\n");
        assertThat(output.getAll()).doesNotContain(secret);
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("\"status\":" + status);
    }
}
