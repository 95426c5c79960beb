package epro.notification;

import epro.lane.EventSender;
import epro.lane.OutboxEvent;
import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.Evidence;
import epro.notification.alert.Report;
import epro.notification.alert.Term;
import epro.notification.alert.Urgency;
import epro.notification.journal.Alerts;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AdverseEventKind;
import epro.schemas.event.Finding;
import epro.schemas.event.FindingSource;
import epro.schemas.event.SuspectedAdverseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.support.SendResult;

/** A report of a suspected adverse event, as processing would publish it. */
public record SentReport(
        UUID aeId, int revision, boolean withdrawn, String studyId, String patientId, String symptom, Urgency urgency) {
    private static final String SITE = "SITE-1";
    private static final Evidence EVIDENCE = new Evidence(
            Map.of("severity", 3),
            List.of("RULE"),
            List.of(new Evidence.Finding("severe-attribute", "2", "pain.severity")));
    private static final Instant DETECTED = Instant.parse("2026-03-01T08:00:00.123456Z");

    /** Of a patient and a study that no other test knows. */
    public static SentReport of(Urgency urgency) {
        return inStudy("STUDY-" + UUID.randomUUID(), urgency);
    }

    public static SentReport inStudy(String studyId, Urgency urgency) {
        return new SentReport(
                UUID.randomUUID(), 1, false, studyId, "PATIENT-" + UUID.randomUUID(), "HEADACHE-SECRET", urgency);
    }

    public SentReport at(int other) {
        return new SentReport(aeId, other, withdrawn, studyId, patientId, symptom, urgency);
    }

    public SentReport at(int other, Urgency as) {
        return new SentReport(aeId, other, withdrawn, studyId, patientId, symptom, as);
    }

    public SentReport withdrawnAt(int other) {
        return new SentReport(aeId, other, true, studyId, patientId, symptom, urgency);
    }

    /** Another report of the same patient and symptom. */
    public SentReport again(Urgency as) {
        return new SentReport(UUID.randomUUID(), 1, false, studyId, patientId, symptom, as);
    }

    public SentReport ofSymptom(String other) {
        return new SentReport(aeId, revision, withdrawn, studyId, patientId, other, urgency);
    }

    public UUID patientKey() {
        return Keys.patientKey(studyId, patientId);
    }

    public UUID alertId() {
        return AlertIdentity.alertIdOf(aeId);
    }

    public String site() {
        return studyId + "/" + SITE;
    }

    public String path() {
        return "/api/v1/alerts/" + alertId();
    }

    public Report report() {
        return new Report(
                aeId,
                revision,
                withdrawn,
                patientKey(),
                Keys.submissionKey(patientKey(), "S-" + aeId),
                studyId,
                SITE,
                patientId,
                new Term("urn:nci:pro-ctcae", symptom, symptom + " display"),
                3,
                null,
                urgency,
                EVIDENCE,
                DETECTED);
    }

    public Optional<Alert> alert() {
        return RunningNotification.bean(Alerts.class).ofAdverseEvent(aeId);
    }

    /** Puts it on the topic and waits for the acknowledgement. */
    public RecordMetadata send() {
        return sendBytes(bytes());
    }

    /** As it would stand on the topic. */
    public byte[] bytes() {
        RecordCodec codec = RunningNotification.bean(RecordCodec.class);
        codec.prepare(Topics.ADVERSE_EVENTS, SuspectedAdverseEvent.getClassSchema());
        return codec.encode(Topics.ADVERSE_EVENTS, event());
    }

    /** Puts any bytes under its key. */
    public RecordMetadata sendBytes(byte[] value) {
        byte[] key = patientKey().toString().getBytes(StandardCharsets.UTF_8);
        var sent = RunningNotification.bean(EventSender.class)
                .send(new OutboxEvent(Topics.ADVERSE_EVENTS, key, value, Map.of()))
                .toCompletableFuture()
                .join();
        return ((SendResult<?, ?>) sent).getRecordMetadata();
    }

    private SuspectedAdverseEvent event() {
        return SuspectedAdverseEvent.newBuilder()
                .setEventId(Keys.nameBased(aeId, Integer.toString(revision)).toString())
                .setAeId(aeId.toString())
                .setRevision(revision)
                .setKind(withdrawn ? AdverseEventKind.WITHDRAWN : AdverseEventKind.DETECTED)
                .setSubmissionKey(report().submissionKey().toString())
                .setPatientKey(patientKey().toString())
                .setStudyId(studyId)
                .setSiteId(SITE)
                .setPatientId(patientId)
                .setTerm(epro.schemas.event.Term.newBuilder()
                        .setSystem("urn:nci:pro-ctcae")
                        .setCode(symptom)
                        .setDisplay(symptom + " display")
                        .build())
                .setGrade(3)
                .setLevels(EVIDENCE.levels())
                .setSources(List.of(FindingSource.RULE))
                .setFindings(List.of(Finding.newBuilder()
                        .setRule("severe-attribute")
                        .setVersion("2")
                        .setPath("pain.severity")
                        .build()))
                .setUrgency(epro.schemas.event.Urgency.valueOf(urgency.name()))
                .setDetectedAt(DETECTED)
                .build();
    }

    @Override
    public String toString() {
        return "SentReport[" + aeId + ", revision " + revision + "]";
    }
}
