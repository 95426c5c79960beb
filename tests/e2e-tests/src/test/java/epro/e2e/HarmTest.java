package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.schemas.Topics;
import epro.stack.Part;
import epro.stack.StandardRole;
import epro.testing.Http;
import epro.testing.TopicReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a symptom to the coordinator. */
@Tag("slow")
class HarmTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOO_HEAVY = 999;
    private static final Header REPLAY = new RecordHeader("epro-replay", "e2e".getBytes(StandardCharsets.UTF_8));

    private final Pipeline pipeline = Pipeline.running();
    private final String study = "harm-" + UUID.randomUUID();
    private final Alerts alerts = new Alerts(pipeline.notification(StandardRole.CRC), study);

    @BeforeEach
    void publish() {
        Forms.publishSymptoms(pipeline);
    }

    @Test
    void readsARejectedSubmissionForHarmAsAnyOther() {
        JsonNode answer = submit("s-1", Map.of("sores", 4, "weight", TOO_HEAVY));

        JsonNode alert = alerts.awaitOne(Alerts::wasDelivered);
        assertThat(alert.path("submissionKey").asString())
                .isEqualTo(answer.path("submissionKey").asString());
        assertThat(alert.path("urgency").asString()).isEqualTo("URGENT");
        assertThat(alert.path("term").path("code").asString()).isEqualTo("mouth-or-throat-sores");
        assertThat(announced()).hasSize(1);
        assertThat(adverseEvents())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("recordState").asString()).isEqualTo("REJECTED"));
    }

    @Test
    void alertsOnceHoweverOftenASubmissionComes() throws Exception {
        Map<String, Object> answers = Map.of("sores", 4, "weight", TOO_HEAVY);
        JsonNode first = submit("s-1", answers);
        alerts.awaitOne(Alerts::wasDelivered);

        for (int again = 0; again < 9; again++) {
            assertThat(submit("s-1", answers).path("repeated").asBoolean()).isTrue();
            sendAgain(first, List.of());
        }
        pipeline.stack().kill(Part.PROCESSING);
        pipeline.stack().awaitReady(Part.PROCESSING);
        sendAgain(first, List.of(REPLAY));

        String key = first.path("submissionKey").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(pipeline.database().auditOf(key)).hasSize(11).endsWith("REJECTED"));
        submit("s-2", Map.of("sores", 0));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(submissions()).isEqualTo(2));
        assertThat(alerts.all()).hasSize(1);
        assertThat(adverseEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.path("revision").asInt()).isEqualTo(1));
    }

    @Test
    void goesOnWithoutTheModelAndAsksItLater() {
        pipeline.stack().stop(Part.AE_MODEL);
        String key;
        try {
            key = submit("s-1", Map.of("note", "I have chest pain and some nausea", "sores", 1))
                    .path("submissionKey")
                    .asString();
            alerts.awaitOne(Alerts::wasDelivered);
            assertThat(assessment(key)).isEqualTo("PENDING");
        } finally {
            pipeline.stack().start(Part.AE_MODEL);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(assessment(key)).isEqualTo("DECIDED"));
        assertThat(adverseEvents())
                .anySatisfy(
                        event -> assertThat(event.path("urgency").asString()).isEqualTo("EMERGENCY"));
    }

    @Test
    void acknowledgesOnce() {
        submit("s-1", Map.of("sores", 3));
        String id = alerts.awaitOne(Alerts::wasDelivered).path("alertId").asString();
        Http coordinator = pipeline.notification(StandardRole.CRC);

        HttpResponse<String> first = coordinator.post("/api/v1/alerts/" + id + "/acknowledge", "");
        HttpResponse<String> second = coordinator.post("/api/v1/alerts/" + id + "/acknowledge", "");

        assertThat(Pipeline.json(first).path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Pipeline.json(second).path("code").asString()).isEqualTo("already-acknowledged");
    }

    private JsonNode submit(String submissionId, Map<String, Object> answers) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "submissionId",
                submissionId,
                "studyId",
                study,
                "siteId",
                Diary.SITE,
                "patientId",
                "p-1",
                "formId",
                Forms.SYMPTOMS,
                "formVersion",
                "1.0",
                "completedAt",
                Diary.lately().toString(),
                "language",
                "en"));
        body.put("answers", answers);
        HttpResponse<String> answer = pipeline.intake()
                .post("/api/v1/submissions", JsonMapper.shared().writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Pipeline.json(answer);
    }

    private List<JsonNode> adverseEvents() {
        JsonNode page =
                Pipeline.json(pipeline.processing(StandardRole.CRC).get("/api/v1/adverse-events?studyId=" + study));
        return page.path("items").valueStream().toList();
    }

    private String assessment(String submissionKey) {
        HttpResponse<String> answer = pipeline.processing(StandardRole.CRC).get("/api/v1/submissions/" + submissionKey);
        return Pipeline.json(answer).path("assessment").asString();
    }

    private long submissions() throws SQLException {
        return pipeline.database().number("select count(*) from submission where study_id = ?", study);
    }

    /** Events of this study; its name stands in the bytes as it is. */
    private List<ConsumerRecord<byte[], byte[]>> announced() {
        return new TopicReader(pipeline.stack().kafka())
                .read(Topics.ADVERSE_EVENTS).stream()
                        .filter(event -> new String(event.value(), StandardCharsets.ISO_8859_1).contains(study))
                        .toList();
    }

    /** Puts the record's bytes on its topic again: as an intake that knows nothing of it, or with {@link #REPLAY}. */
    private void sendAgain(JsonNode accepted, List<Header> headers) throws Exception {
        ConsumerRecord<byte[], byte[]> original = new TopicReader(
                        pipeline.stack().kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .filter(one ->
                                one.partition() == accepted.path("partition").asInt())
                        .filter(one -> one.offset() == accepted.path("offset").asLong())
                        .findFirst()
                        .orElseThrow();
        var again = new ProducerRecord<>(
                Topics.SUBMISSIONS, original.partition(), original.key(), original.value(), headers);
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> config =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, pipeline.stack().kafka());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            producer.send(again).get();
        }
    }
}
