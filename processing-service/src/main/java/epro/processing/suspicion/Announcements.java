package epro.processing.suspicion;

import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.OutboxEvent;
import epro.processing.harm.Finding;
import epro.processing.harm.SuspectedEvent;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AdverseEventKind;
import epro.schemas.event.FindingSource;
import epro.schemas.event.RecordState;
import epro.schemas.event.SuspectedAdverseEvent;
import epro.schemas.event.Term;
import epro.schemas.event.Urgency;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One audit entry and one event for every revision of a suspected adverse event. */
@Component
public final class Announcements {
    private static final String SELF = "processing-service";
    private static final String TYPE = "epro.adverse-event.suspected";

    private final RecordCodec codec;

    Announcements(RecordCodec codec) {
        this.codec = codec;
    }

    /** Makes it ready to announce; throws RegistryUnavailable as long as the registry can't be asked. */
    public void prepare() {
        codec.prepare(Topics.ADVERSE_EVENTS, SuspectedAdverseEvent.getClassSchema());
    }

    /**
     * Appends both to the lane.
     *
     * @param headers that go on from the submission, such as its trace
     */
    public void append(LaneAppend append, SuspectedRevision revision, Map<String, String> headers) {
        append.record(fact(revision));
        append.emit(event(revision, headers));
    }

    private static AuditFact fact(SuspectedRevision revision) {
        Map<String, JsonValue> detail = Map.of(
                "revision", new JsonValue.NumberText(Integer.toString(revision.revision())),
                "rowHash", new JsonValue.Text(revision.row().hash()),
                "submissionKey",
                        new JsonValue.Text(revision.subject().submissionKey().toString()));
        return new AuditFact(
                revision.isFirst() ? "AE_DETECTED" : "AE_UPDATED",
                SELF,
                revision.event().aeId().toString(),
                null,
                null,
                null,
                revision.detectedAt(),
                null,
                CanonicalJson.write(new JsonValue.Members(detail)));
    }

    private OutboxEvent event(SuspectedRevision revision, Map<String, String> passedOn) {
        SuspectedAdverseEvent event = body(revision);
        Map<String, String> headers =
                new LinkedHashMap<>(CloudEventHeaders.of(event.getEventId(), TYPE, "/" + SELF, revision.detectedAt())
                        .asMap());
        headers.putAll(passedOn);
        return new OutboxEvent(
                Topics.ADVERSE_EVENTS,
                event.getPatientKey().getBytes(StandardCharsets.UTF_8),
                codec.encode(Topics.ADVERSE_EVENTS, event),
                headers);
    }

    private static SuspectedAdverseEvent body(SuspectedRevision revision) {
        SuspectedEvent event = revision.event();
        Subject subject = revision.subject();
        return SuspectedAdverseEvent.newBuilder()
                .setEventId(revision.eventId().toString())
                .setAeId(event.aeId().toString())
                .setRevision(revision.revision())
                .setKind(revision.isFirst() ? AdverseEventKind.DETECTED : AdverseEventKind.UPDATED)
                .setSubmissionKey(subject.submissionKey().toString())
                .setSubmissionId(subject.submissionId())
                .setPatientKey(subject.patientKey().toString())
                .setStudyId(subject.studyId())
                .setSiteId(subject.siteId())
                .setPatientId(subject.patientId())
                .setFormId(subject.formId())
                .setFormVersion(subject.formVersion())
                .setRecordState(RecordState.valueOf(subject.recordState()))
                .setTerm(new Term(
                        event.term().system(), event.term().code(), event.term().display()))
                .setGrade(event.grade())
                .setGradeAtLeast(event.gradeAtLeast())
                .setLevels(event.levels())
                .setUrgency(Urgency.valueOf(event.urgency().name()))
                .setPlanVersion(event.planVersion())
                .setSources(event.sources().stream()
                        .map(source -> FindingSource.valueOf(source.name()))
                        .toList())
                .setFindings(findings(event.findings()))
                .setCompletedAt(subject.completedAt())
                .setReceivedAt(subject.receivedAt())
                .setDetectedAt(revision.detectedAt())
                .build();
    }

    private static List<epro.schemas.event.Finding> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> epro.schemas.event.Finding.newBuilder()
                        .setRule(finding.rule())
                        .setVersion(finding.version())
                        .setPath(finding.path())
                        .setScore(finding.score())
                        .build())
                .toList();
    }
}
