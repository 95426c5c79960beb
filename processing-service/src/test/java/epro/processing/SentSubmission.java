package epro.processing;

import epro.lane.EventSender;
import epro.lane.OutboxEvent;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.Completeness;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.support.SendResult;

/** A submission as intake would put it on the topic. */
public record SentSubmission(String patientId, String submissionId, String formId, String answers) {
    private static final String STUDY = "STUDY-T";
    public static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00.123456Z");

    /** With ids that no other test uses. */
    public static SentSubmission of(String formId, String answers) {
        return new SentSubmission("P-" + UUID.randomUUID(), "S-" + UUID.randomUUID(), formId, answers);
    }

    public SentSubmission withAnswers(String other) {
        return new SentSubmission(patientId, submissionId, formId, other);
    }

    public UUID patientKey() {
        return Keys.patientKey(STUDY, patientId);
    }

    public UUID key() {
        return Keys.submissionKey(patientKey(), submissionId);
    }

    public byte[] recordKey() {
        return patientKey().toString().getBytes(StandardCharsets.UTF_8);
    }

    public SubmissionReceived event() {
        return event(RECEIVED);
    }

    private SubmissionReceived event(Instant receivedAt) {
        var members = (JsonValue.Members) read();
        return SubmissionReceived.newBuilder()
                .setSubmissionKey(key().toString())
                .setPatientKey(patientKey().toString())
                .setSubmissionId(submissionId)
                .setStudyId(STUDY)
                .setSiteId("SITE-1")
                .setPatientId(patientId)
                .setFormId(formId)
                .setFormVersion("1")
                .setCompletedAt(receivedAt
                        .minusSeconds(60)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString())
                .setReceivedAt(receivedAt)
                .setActor("patient-app")
                .setContentHash(CanonicalJson.hash(members))
                .setCompleteness(Completeness.COMPLETE)
                .setAnswers(AnswerJson.toAnswers(members))
                .build();
    }

    public byte[] bytes() {
        return bytes(event());
    }

    private static byte[] bytes(SubmissionReceived event) {
        RecordCodec codec = RunningProcessing.bean(RecordCodec.class);
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        return codec.encode(Topics.SUBMISSIONS, event);
    }

    /** Puts it on the topic and waits for the acknowledgement. */
    public RecordMetadata send(Map<String, String> headers) {
        return sendBytes(recordKey(), bytes(), headers);
    }

    /** The same as intake would have taken it at that time, a minute after it was completed. */
    public RecordMetadata sendReceived(Instant receivedAt) {
        return sendBytes(recordKey(), bytes(event(receivedAt)), Map.of());
    }

    /** The same with something else about it than its answers. */
    public RecordMetadata send(SubmissionReceived event) {
        return sendBytes(recordKey(), bytes(event), Map.of());
    }

    public RecordMetadata send() {
        return send(Map.of());
    }

    /** Puts any bytes on the topic. */
    public static RecordMetadata sendBytes(byte[] key, byte[] value, Map<String, String> headers) {
        var event = new OutboxEvent(Topics.SUBMISSIONS, key, value, headers);
        var sent = RunningProcessing.bean(EventSender.class)
                .send(event)
                .toCompletableFuture()
                .join();
        return ((SendResult<?, ?>) sent).getRecordMetadata();
    }

    private JsonValue read() {
        return StrictJson.read(answers.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
    }
}
