package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.Replica;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SubmissionJourneyTest {

    private final Pipeline pipeline = Pipeline.running();
    private final Http intake = pipeline.intake();
    private final Http processing = pipeline.processing(StandardRole.CRC);
    private final Diary diary = new Diary("journey", "p-1", UUID.randomUUID().toString(), 3);

    @BeforeEach
    void publish() {
        Forms.publishDiary(pipeline);
    }

    @Test
    void storesWhatWasAnswered202AndRecordsIt() throws SQLException {
        JsonNode answer = accepted(diary);
        String key = answer.path("submissionKey").asString();
        JsonNode stored = read(key);

        assertThat(stored.path("state").asString()).isEqualTo("STORED");
        assertThat(stored.path("submissionId").asString()).isEqualTo(diary.submissionId());
        assertThat(stored.path("answers").path("pain").asInt()).isEqualTo(3);
        assertThat(stored.path("origin").path("partition").asInt())
                .isEqualTo(answer.path("partition").asInt());
        assertThat(stored.path("origin").path("offset").asLong())
                .isEqualTo(answer.path("offset").asLong());
        assertThat(stored.path("audit")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .startsWith("STORED");
        assertThat(pipeline.database().auditOf(key)).containsExactly("STORED");
    }

    @Test
    void keepsARejectionWithItsReasonsAndItsAnswers() {
        JsonNode rejected = read(accepted(diary.pain(11)).path("submissionKey").asString());

        assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
        assertThat(rejected.path("answers").path("pain").asInt()).isEqualTo(11);
        assertThat(rejected.path("reasons").valueStream())
                .singleElement()
                .satisfies(reason -> assertThat(reason.path("path").asString()).isEqualTo("pain"))
                .satisfies(reason -> assertThat(reason.path("code").asString()).isEqualTo("out-of-range"));
    }

    @Test
    void cleansBesideWhatWasReceived() {
        JsonNode stored = read(accepted(diary.pain("４")).path("submissionKey").asString());

        assertThat(stored.path("state").asString()).isEqualTo("STORED");
        assertThat(stored.path("answers").path("pain").asString()).isEqualTo("４");
        assertThat(stored.path("cleaned").valueStream())
                .isNotEmpty()
                .allSatisfy(
                        cleaned -> assertThat(cleaned.path("path").asString()).isEqualTo("pain"));
    }

    @Test
    void answersTheSameAgainAsTheFirst() throws SQLException {
        ObjectNode first = (ObjectNode) accepted(diary);
        assertThat(first.path("repeated").asBoolean()).isFalse();

        assertThat(accepted(diary)).isEqualTo(first.put("repeated", true));

        String key = first.path("submissionKey").asString();
        read(key);
        assertThat(pipeline.database().auditOf(key)).containsExactly("STORED");
    }

    @Test
    void refusesOtherContentUnderTheSameId() throws SQLException {
        String key = accepted(diary).path("submissionKey").asString();

        HttpResponse<String> answer =
                intake.post("/api/v1/submissions", diary.pain(9).json());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Pipeline.json(answer).path("code").asString()).isEqualTo("conflicting-content");
        assertThat(read(key).path("answers").path("pain").asInt()).isEqualTo(3);
        assertThat(pipeline.database().auditOf(key)).containsExactly("STORED");
    }

    @Test
    @Tag("slow")
    void tellsApartWhatAnotherIntakeHasTakenUnderTheSameId() throws SQLException {
        String key = accepted(diary).path("submissionKey").asString();
        read(key);
        try (Replica another = pipeline.anotherIntake();
                GoodClient elsewhere = new GoodClient(pipeline, another.address())) {
            elsewhere.deliver(diary.json());
        }
        awaitAudit(key, "STORED", "DUPLICATE");
        try (Replica another = pipeline.anotherIntake();
                GoodClient elsewhere = new GoodClient(pipeline, another.address())) {
            elsewhere.deliver(diary.pain(9).json());
        }

        awaitAudit(key, "STORED", "DUPLICATE", "CONFLICT");
        assertThat(read(key).path("answers").path("pain").asInt()).isEqualTo(3);
        assertThat(pipeline.database()
                        .number("select count(*) from conflict where submission_key = ?", UUID.fromString(key)))
                .isEqualTo(1);
    }

    @Test
    void answersTheReaderThatASubmissionIsNotKnownYet() {
        HttpResponse<String> answer = processing.get("/api/v1/submissions/" + UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Pipeline.json(answer).path("code").asString()).isEqualTo("not-known-yet");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    private JsonNode accepted(Diary entry) {
        HttpResponse<String> answer = intake.post("/api/v1/submissions", entry.json());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Pipeline.json(answer);
    }

    private JsonNode read(String key) {
        return Pipeline.json(await().atMost(Duration.ofSeconds(20))
                .until(() -> processing.get("/api/v1/submissions/" + key), answer -> answer.statusCode() == 200));
    }

    private void awaitAudit(String key, String... actions) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(pipeline.database().auditOf(key)).containsExactly(actions));
    }
}
