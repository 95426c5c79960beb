package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import jakarta.servlet.ServletInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the door takes itself, what it leaves to the framework, and that both answer alike. */
class SubmissionDoorTest extends IntakeTest {
    private static final String PATH = "/api/v1/submissions";

    /** Means what is sent without it, but not in the words that the door knows. */
    private static final String ACCEPT_LEFT = "application/json;q=0.9";

    /** Of the moment, or of how the bytes are framed. */
    private static final Set<String> CHANGING = Set.of("date", "ratelimit", "content-length", "transfer-encoding");

    private String known;

    @BeforeAll
    void useATokenOnce() {
        known = gateway();
        assertThat(intake.submit(known, body(somePatient())).status()).isEqualTo(202);
    }

    static Stream<String> bodies() {
        return Stream.of(
                body("P"),
                body("P", "'submissionId':'once',"),
                body("P", "'submissionId':'once','language':'en',"),
                body("P", "'submissionId':'with space',"),
                body("P", "'unknown':1,"),
                body("11010519491231002X"),
                body(""),
                "",
                "[]",
                "{\"a\":1",
                body("P", "'language':'" + "x".repeat(70_000) + "',"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void answersAsTheFrameworkDoes(String body) {
        assertAlike(known, body, "Idempotency-Key", "once");
    }

    @ParameterizedTest
    @CsvSource({"Content-Encoding, br", "Content-Encoding, gzip", "Idempotency-Key, with space"})
    void answersHeadersAsTheFrameworkDoes(String name, String value) {
        assertAlike(known, body("P"), name, value);
    }

    @Test
    void refusesAnotherPatientAsTheFrameworkDoes() {
        String token = stack.tokens().patient("S1", "A", "P-own");
        intake.submit(token, body("P-own"));

        assertAlike(token, body("P-other"), "Idempotency-Key", "other");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST /api/v1/submissions, application/json, -, taken",
                "POST /api/v1/submissions, Application/JSON;charset=UTF-8, */*, taken",
                "POST /api/v1/submissions, application/json, 'application/json, text/plain, */*', taken",
                "POST /api/v1/submissions, application/json, " + ACCEPT_LEFT + ", left",
                "POST /api/v1/submissions, application/json, text/html, left",
                "POST /api/v1/submissions, application/json;charset=utf-16, -, left",
                "POST /api/v1/submissions, text/plain, -, left",
                "POST /api/v1/submissions, -, -, left",
                "POST /api/v1/submissions?a=b, application/json, -, left",
                "POST /api/v1/submissions/, application/json, -, left",
                "POST /api/v1/submissions;a=b, application/json, -, left",
                "POST /api/v1/%73ubmissions, application/json, -, left",
                "PUT /api/v1/submissions, application/json, -, left",
                "GET /api/v1/submissions, application/json, -, left"
            })
    void takesTheOrdinary(String line, String type, String accept, String expected) throws Exception {
        var parts = line.split("[ ?]", 3);
        var request = new MockHttpServletRequest(parts[0], parts[1]);
        request.setQueryString(parts.length > 2 ? parts[2] : null);
        request.setContentType(type);
        request.addHeader("Authorization", "Bearer " + known);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }

        assertThat(taken(request, new MockHttpServletResponse())).isEqualTo(expected.equals("taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Bearer a.b.c", "Bearer KNOWN!", "Bearer NEW"})
    void leavesWhoeverIsNotKnownToTheFramework(String authorization) throws Exception {
        var request = ordinary(authorization.replace("KNOWN", known).replace("NEW", gateway()));

        assertThat(taken(request, new MockHttpServletResponse())).isFalse();
    }

    @Test
    void leavesASecondAcceptToTheFramework() throws Exception {
        var request = ordinary("Bearer " + known);
        request.addHeader("Accept", "application/json");
        request.addHeader("Accept", "garbage");

        assertThat(taken(request, new MockHttpServletResponse())).isFalse();
    }

    @Test
    void tellsNothingOfWhatNobodyForesaw() throws Exception {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("POST", PATH) {
            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("her words");
            }
        };
        request.setContentType("application/json");
        request.addHeader("Content-Length", "2");
        request.addHeader("Authorization", "Bearer " + known);

        assertThat(taken(request, response)).isTrue();
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("\"internal\"").doesNotContain("her words");
    }

    @Test
    void isMeasuredAndCountedUnderItsPath() {
        double accepted = metric("http_server_requests_seconds_count", "uri=\"" + PATH + "\"", "status=\"202\"");
        double refused = metric("epro_intake_refusals_total", "code=\"unknown-member\"");
        intake.submit(known, body(somePatient()));
        assertAlike(known, body("P", "'unknown':1,"), "Idempotency-Key", "counted");

        await().untilAsserted(() -> {
            assertThat(metric("http_server_requests_seconds_count", "uri=\"" + PATH + "\"", "status=\"202\""))
                    .isEqualTo(accepted + 1);
            assertThat(metric("epro_intake_refusals_total", "code=\"unknown-member\""))
                    .isEqualTo(refused + 2);
        });
    }

    private void assertAlike(String token, String body, String name, String value) {
        Answer taken = intake.submit(token, body, name, value);
        Answer left = intake.send(intake.request(token, "application/json")
                .header(name, value)
                .header("Accept", ACCEPT_LEFT)
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(lasting(taken)).isEqualTo(lasting(left)).containsKeys("cache-control", "x-content-type-options");
        assertThat(taken.status()).isEqualTo(left.status());
        assertThat(taken.raw().replaceFirst("(?<=\"repeated\":)false", "true")).isEqualTo(left.raw());
    }

    private static MockHttpServletRequest ordinary(String authorization) {
        var request = new MockHttpServletRequest("POST", PATH);
        request.setContentType("application/json");
        request.addHeader("Authorization", authorization);
        return request;
    }

    private boolean taken(MockHttpServletRequest request, MockHttpServletResponse response) throws Exception {
        var chain = new MockFilterChain();
        intake.filter(SubmissionDoor.class).doFilter(request, response, chain);
        return chain.getRequest() == null;
    }

    private double metric(String name, String... labels) {
        return intake.management("/actuator/prometheus")
                .raw()
                .lines()
                .filter(line -> line.startsWith(name) && Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Map<String, Object> lasting(Answer answer) {
        var headers = new TreeMap<String, Object>(answer.headers().map());
        headers.keySet().removeAll(CHANGING);
        return headers;
    }
}
