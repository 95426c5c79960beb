package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.stack.StandardRole;
import epro.testing.TopicReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many submissions in one request. */
class BatchTest extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void answersEachLineInItsPlace() {
        String patient = somePatient();

        List<JsonNode> lines = take(line(patient, 1) + "\n" + line(patient, 2) + "\r\n\n  \n" + line(patient, 3));

        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 5);
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsOnly(202);
        assertThat(lines)
                .extracting(line -> line.path("submissionId").asString())
                .containsExactly("S-1", "S-2", "S-3");
        assertThat(lines.getFirst().path("submissionKey").asString())
                .isEqualTo(Keys.submissionKey(Keys.patientKey("S1", patient), "S-1")
                        .toString());
    }

    @Test
    void leavesOutNothingThatIsNotKnown() {
        List<JsonNode> lines = take(line(somePatient(), 1) + "\n[]");

        assertThat(lines)
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .containsExactlyInAnyOrder(
                                "line", "status", "submissionId", "submissionKey", "code", "pointer", "retryAfter"));
        assertThat(lines.getFirst().path("code").isNull()).isTrue();
        assertThat(lines.getLast().path("submissionId").isNull()).isTrue();
    }

    @Test
    void takesAsManyAsTheyAreInTheirOrder() {
        String patient = somePatient();
        List<String> sent =
                IntStream.range(0, 2_500).mapToObj(i -> line(patient, i)).toList();

        List<JsonNode> lines = take(String.join("\n", sent));

        assertThat(lines).hasSize(2_500).allMatch(line -> line.path("status").asInt() == 202);
        assertThat(idsOnTopic(patient))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_500).mapToObj(i -> "S-" + i).toList());
    }

    @Test
    void harmsNoNeighbourOfABadLine() {
        String patient = somePatient();
        String own = line(patient, 4).replace("\"q1\":3", "\"q1\":\"" + "x".repeat(70_000) + "\"");

        List<JsonNode> lines = take(String.join(
                "\n",
                line(patient, 1),
                "{\"submissionId\":\"S-2\",\"patientId\":\"P\",\"patientId\":\"P\"}",
                "nonsense",
                own,
                line(patient, 5).replace("\"formId\"", "\"submissionId\":\"S-x\",\"fromId\""),
                line(patient, 6)));

        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(202, 400, 400, 413, 400, 202);
        assertThat(lines)
                .extracting(line -> line.path("code").asString(""))
                .containsExactly("", "duplicate-key", "malformed-json", "body-too-large", "duplicate-key", "");
        assertThat(idsOnTopic(patient)).containsExactly("S-1", "S-6");
    }

    @Test
    void saysWhereInALineSomethingIsWrongAndWhichItWas() {
        JsonNode line = take(line(somePatient(), 7).replace("\"formId\":\"F1\"", "\"formId\":7"))
                .getFirst();

        assertThat(line.path("submissionId").asString()).isEqualTo("S-7");
        assertThat(line.path("code").asString()).isEqualTo("wrong-type");
        assertThat(line.path("pointer").asString()).isEqualTo("/formId");
        assertThat(line.path("submissionKey").isNull()).isTrue();
    }

    @Test
    void bindsEachLineToTheTokensPatient() {
        String patient = somePatient();
        String token = stack.tokens().patient("S1", "A", patient);

        List<JsonNode> lines = lines(send(token, line(patient, 1) + "\n" + line(somePatient(), 2)));

        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(202, 403);
    }

    @Test
    void refusesAWholeBatchThatIsNone() {
        assertRefused(send(gateway(), "\n \n"), 400, "empty-batch");
        assertRefused(send(gateway(), ""), 400, "empty-batch");
        assertRefused(send(gateway(), line(somePatient(), 1), "Idempotency-Key", "one"), 400, "bad-idempotency-key");
        assertRefused(
                send(stack.tokens().of(StandardRole.CRC, Duration.ofHours(1)), line(somePatient(), 1)),
                403,
                "forbidden");
    }

    @Test
    void endsWhereTooMuchCame() {
        String patient = somePatient();

        List<JsonNode> many = take(line(patient, 1) + "\n" + "\n".repeat(5_000) + line(patient, 2));
        String large = line(patient, 3) + "\n" + ("x".repeat(1_000) + "\n").repeat(4) + "x".repeat(8 << 20);
        List<JsonNode> lines = lines(send(
                gateway(),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));

        assertThat(many).hasSize(2);
        assertThat(many.getLast().path("code").asString()).isEqualTo("too-many-lines");
        assertThat(many.getLast().path("line").asInt()).isEqualTo(5_001);
        assertThat(lines.getLast().path("code").asString()).isEqualTo("body-too-large");
        assertThat(idsOnTopic(patient)).containsExactly("S-1", "S-3");
    }

    private List<String> idsOnTopic(String patient) {
        byte[] key = Keys.patientKey("S1", patient).toString().getBytes(StandardCharsets.UTF_8);
        List<byte[]> values = new TopicReader(stack.kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .filter(record -> Arrays.equals(record.key(), key))
                        .map(ConsumerRecord::value)
                        .toList();
        var registry =
                Map.<String, Object>of("epro.registry.url", stack.registry().toString());
        try (var codec = RecordCodec.open(registry)) {
            await().until(() -> !id(codec, values.getFirst()).isEmpty());
            return values.stream().map(value -> id(codec, value)).toList();
        }
    }

    /** Empty as long as its schema is not there. */
    private static String id(RecordCodec codec, byte[] value) {
        return codec.decode(value, SubmissionReceived.class)
                        instanceof Decoded.Read<SubmissionReceived>(var event, var _)
                ? event.getSubmissionId()
                : "";
    }

    private static String line(String patient, int number) {
        return body(patient, "'submissionId':'S-%d',".formatted(number)).strip();
    }

    private List<JsonNode> take(String body) {
        return lines(send(gateway(), body));
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(207);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        return answer.raw().lines().map(JSON::readTree).toList();
    }

    private Answer send(String token, String body, String... headers) {
        return send(token, BodyPublishers.ofString(body), headers);
    }

    private Answer send(String token, BodyPublisher body, String... headers) {
        var request = intake.request(token, "application/x-ndjson").POST(body);
        return intake.send((headers.length > 0 ? request.headers(headers) : request).build());
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
