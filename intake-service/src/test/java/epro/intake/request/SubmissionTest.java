package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.intake.TopicEvents;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import epro.stack.Part;
import epro.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SubmissionTest extends IntakeTest {

    @Test
    void answersWhereInTheLogTheSubmissionStands() {
        var patient = somePatient();
        var answer = submit(body(patient), "Idempotency-Key", "id-1");

        var key = Keys.submissionKey(Keys.patientKey("S1", patient), "id-1").toString();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("submissionId")).isEqualTo("id-1");
        assertThat(answer.text("submissionKey")).isEqualTo(key);
        assertThat(answer.text("topic")).isEqualTo(Topics.SUBMISSIONS);
        assertThat(answer.body().path("repeated").asBoolean(true)).isFalse();
        assertThat(answer.header("Location"))
                .isEqualTo(stack.environment(Part.INTAKE).get("EPRO_PROCESSING_URL") + "/api/v1/submissions/" + key);
        assertThat(new String(record(answer).key(), StandardCharsets.UTF_8))
                .isEqualTo(Keys.patientKey("S1", patient).toString());
    }

    @Test
    void writesWhatWasSentAndWhoSentIt() {
        var patient = somePatient();
        var token = stack.tokens().patient("S9", "B", patient);
        var answer = intake.submit(token, """
                {"patientId":"%s","formId":"F1","completedAt":"2026-11-23T10:00:00+08:00","language":"zh-CN",
                 "answers":{"q1":3.0,"q2":null,"q3":[{"a":true}],"q4":{"code":"LA1","system":"urn:x"}}}""".formatted(patient));

        var event = event(record(answer));

        assertThat(event.getStudyId()).isEqualTo("S9");
        assertThat(event.getSiteId()).isEqualTo("B");
        assertThat(event.getPatientId()).isEqualTo(patient);
        assertThat(event.getSubmissionKey()).isEqualTo(answer.text("submissionKey"));
        assertThat(event.getCompletedAt()).isEqualTo("2026-11-23T10:00:00+08:00");
        assertThat(event.getReceivedAt()).isEqualTo(Instant.parse(answer.text("receivedAt")));
        assertThat(event.getActor()).isEqualTo("patient-S9-" + patient);
        assertThat(event.getAuthentication().getClientId()).isEqualTo("patient-app");
        assertThat(CanonicalJson.write(AnswerJson.toJson(event.getAnswers())))
                .isEqualTo(
                        "{\"q1\":3.0,\"q2\":null,\"q3\":[{\"a\":true}],\"q4\":{\"code\":\"LA1\",\"system\":\"urn:x\"}}");
    }

    @Test
    void marksTheRecordAsACloudEventOfTheCallersTrace() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var answer = submit(body(somePatient()), "traceparent", trace);

        assertThat(TopicEvents.headers(record(answer)))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", answer.text("submissionKey"))
                .containsEntry("ce_type", "epro.submission.received.v1")
                .containsEntry("ce_time", answer.text("receivedAt"))
                .hasEntrySatisfying("traceparent", value -> assertThat(value).startsWith(trace.substring(0, 36)));
    }

    @Test
    void givesTheSameSubmissionTheSameIdAndAnotherOneAnother() {
        var patient = somePatient();
        var completed = "'completedAt':'2026-11-23T10:00:00+08:00',";

        var id = submit(body(patient, completed)).text("submissionId");

        assertThat(submit(body(patient, completed)).text("submissionId")).isEqualTo(id);
        assertThat(submit(body(patient, completed + "'language':'en',")).text("submissionId"))
                .isNotEqualTo(id);
    }

    @Test
    void hashesHeaderAndBodyIdsAlike() {
        var patient = somePatient();

        var byHeader = submit(body(patient), "Idempotency-Key", "same");
        var byBody = submit(body(patient, "'submissionId':'same',"));

        assertThat(byHeader.body().path("repeated").asBoolean()).isFalse();
        assertThat(byBody.body()).isEqualTo(((ObjectNode) byHeader.body().deepCopy()).put("repeated", true));
    }

    @Test
    void refusesOtherContentUnderAnIdThatItRemembers() {
        var patient = somePatient();
        submit(body(patient, "'submissionId':'one',"));

        assertThat(submit(body(patient, "'submissionId':'one','language':'en',")))
                .returns(409, Answer::status)
                .returns("conflicting-content", answer -> answer.text("code"));
    }

    @Test
    void measuresWhatItDoes() {
        var body = body(somePatient(), "'submissionId':'measured',");
        submit(body);
        submit(body);

        await().untilAsserted(() -> assertThat(
                        intake.management("/actuator/prometheus").raw())
                .contains("epro_intake_offers_total{result=\"accepted\",service=\"intake-service\"}")
                .contains("epro_intake_offers_total{result=\"repeated\",service=\"intake-service\"}")
                .contains("epro_intake_in_flight{")
                .contains("epro_intake_in_flight_bytes{")
                .contains("epro_intake_in_flight_oldest_seconds{")
                .contains("epro_intake_ack_seconds_bucket{delivery=\"acknowledged\"")
                .contains("http_server_requests_seconds_count")
                .doesNotContain("spring_security_"));
    }

    private ConsumerRecord<byte[], byte[]> record(Answer answer) {
        assertThat(answer.status()).isEqualTo(202);
        int partition = answer.body().path("partition").asInt();
        long offset = answer.body().path("offset").asLong();
        return new TopicReader(stack.kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .filter(record -> record.partition() == partition && record.offset() == offset)
                        .findFirst()
                        .orElseThrow();
    }

    private SubmissionReceived event(ConsumerRecord<byte[], byte[]> record) {
        return new TopicEvents(stack).event(record);
    }
}
