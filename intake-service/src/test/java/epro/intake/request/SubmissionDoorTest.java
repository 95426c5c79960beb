package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the door takes itself, what it leaves to the framework, and that nobody can tell the one from the other. */
class SubmissionDoorTest extends IntakeTest {
    /** Means what is sent without it, but not in the words that the door knows. */
    private static final String[] LEFT_TO_THE_FRAMEWORK = {"Accept", "application/json;q=0.9"};

    /** Of the moment, or of how the bytes are framed. */
    private static final Set<String> CHANGING = Set.of("date", "ratelimit", "content-length", "transfer-encoding");

    static Stream<String> bodies() {
        return Stream.of(
                body("P"),
                body("P", "'submissionId':'once',"),
                body("P", "'submissionId':'once','language':'en',"),
                body("P", "'submissionId':'with space',"),
                body("P", "'unknown':1,"),
                body("11010519491231002X"),
                body("", ""),
                "",
                "[]",
                "{\"a\":1",
                body("P", "'language':'" + "x".repeat(70_000) + "',"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void answersAsTheFrameworkDoes(String body) {
        Answer taken = submit(body, "Idempotency-Key", "once");
        Answer left = intake.send(request("application/json")
                .headers("Idempotency-Key", "once")
                .headers(LEFT_TO_THE_FRAMEWORK)
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(lasting(taken)).isEqualTo(lasting(left)).containsKeys("cache-control", "x-content-type-options");
        assertThat(taken.status()).isEqualTo(left.status());
        assertThat(taken.raw().replaceFirst("(?<=\"repeated\":)false", "true")).isEqualTo(left.raw());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST /api/v1/submissions, application/json, -, taken",
                "POST /api/v1/submissions, Application/JSON;charset=UTF-8, */*, taken",
                "POST /api/v1/submissions, application/json, 'application/json, text/plain, */*', taken",
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
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        request.addHeader("Authorization", "Bearer " + gateway());

        assertThat(asked(request)).isEqualTo(expected);
    }

    @Test
    void leavesWhoeverHasNoTokenThatHoldsToTheFramework() throws Exception {
        for (String authorization :
                new String[] {"", "Basic YTpi", "Bearer", "Bearer a.b.c", "Bearer " + gateway() + "!"}) {
            var request = new MockHttpServletRequest("POST", "/api/v1/submissions");
            request.setContentType("application/json");
            request.addHeader("Authorization", authorization);

            assertThat(asked(request)).as(authorization).isEqualTo("left");
        }
    }

    @Test
    void isMeasuredUnderItsPath() {
        submit(body(somePatient()));

        await().untilAsserted(() -> assertThat(
                        intake.management("/actuator/prometheus").raw().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("uri=\"/api/v1/submissions\"")
                        && line.contains("status=\"202\"")));
    }

    private String asked(MockHttpServletRequest request) throws Exception {
        var chain = new MockFilterChain();
        intake.filter(SubmissionDoor.class).doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() == null ? "taken" : "left";
    }

    private static Map<String, Object> lasting(Answer answer) {
        var headers = new TreeMap<String, Object>(answer.headers().map());
        headers.keySet().removeAll(CHANGING);
        return headers;
    }
}
