package epro.processing.storing;

import epro.lane.AuditReceipt;
import epro.lane.OutboxEvent;
import epro.lane.Position;
import epro.processing.form.Violation;
import epro.processing.reading.RawRecord;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.Origin;
import epro.schemas.event.Outcome;
import epro.schemas.event.Reason;
import epro.schemas.event.Severity;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the outcome topic hears of a settled record, in no more than a message may hold. */
@Component
final class OutcomeEvents {
    private static final UUID NAMESPACE = UUID.fromString("0f0e3c5a-6f5e-4b52-9b34-7f0f5a1f6d11");
    private static final String SOURCE = "/processing-service";
    private static final int REASONS_MAX = 100;
    private static final int PATH_MAX = 200;

    private final RecordCodec codec;

    OutcomeEvents(RecordCodec codec) {
        this.codec = codec;
    }

    /** The event has the same id and content whenever it is made again from the same record. */
    OutboxEvent outcome(Settled settled, AuditReceipt receipt, Instant now) {
        Position position = settled.raw().position();
        UUID eventId = Keys.nameBased(
                NAMESPACE,
                position.topicId(),
                Integer.toString(position.partition()),
                Long.toString(position.offset()));
        SubmissionOutcome.Builder event = SubmissionOutcome.newBuilder()
                .setEventId(eventId.toString())
                .setOrigin(origin(position))
                .setLane(receipt.lane())
                .setAuditSequence(receipt.sequence())
                .setStoredAt(now);
        describe(event, settled);
        return new OutboxEvent(
                Topics.OUTCOMES,
                PassedOn.key(settled.raw()),
                codec.encode(Topics.OUTCOMES, event.build()),
                headers(eventId, "epro.submission.outcome", settled.raw(), now));
    }

    private static void describe(SubmissionOutcome.Builder event, Settled settled) {
        switch (settled) {
            case Settled.Stored stored -> {
                ofSubmission(event, stored, Outcome.STORED);
                event.setFormVersion(stored.evaluation().formVersion());
                event.setRevision(stored.revision());
                event.setReasons(reasons(stored.evaluation().issues()));
            }
            case Settled.Rejected rejected -> {
                ofSubmission(event, rejected, Outcome.REJECTED);
                event.setFormVersion(rejected.evaluation().formVersion());
                event.setRevision(rejected.revision());
                event.setReasons(reasons(rejected.evaluation().reasons()));
            }
            case Settled.Duplicate duplicate -> ofSubmission(event, duplicate, Outcome.DUPLICATE);
            case Settled.Conflicting conflicting -> {
                ofSubmission(event, conflicting, Outcome.CONFLICT);
                event.setReasons(List.of(reason("", "conflicting-content", Severity.ERROR)));
            }
            case Settled.Quarantined quarantined -> {
                event.setOutcome(Outcome.QUARANTINED);
                event.setReasons(List.of(reason("", quarantined.reason(), Severity.ERROR)));
            }
        }
    }

    private static void ofSubmission(SubmissionOutcome.Builder event, Settled.OfSubmission settled, Outcome outcome) {
        SubmissionReceived received = settled.submission().event();
        event.setOutcome(outcome)
                .setSubmissionKey(settled.submission().key().toString())
                .setSubmissionId(received.getSubmissionId())
                .setStudyId(received.getStudyId())
                .setSiteId(received.getSiteId())
                .setPatientId(received.getPatientId())
                .setFormId(received.getFormId())
                .setFormVersion(received.getFormVersion())
                .setContentHash(received.getContentHash())
                .setCompletedAt(received.getCompletedAt())
                .setReceivedAt(received.getReceivedAt());
    }

    private static List<Reason> reasons(List<Violation> violations) {
        return violations.stream()
                .limit(REASONS_MAX)
                .map(violation -> reason(
                        shortened(violation.path()),
                        violation.code().text(),
                        Severity.valueOf(violation.severity().name())))
                .toList();
    }

    private static String shortened(String path) {
        return path.codePointCount(0, path.length()) > PATH_MAX
                ? path.substring(0, path.offsetByCodePoints(0, PATH_MAX))
                : path;
    }

    private static Reason reason(String path, String code, Severity severity) {
        return Reason.newBuilder()
                .setPath(path)
                .setCode(code)
                .setSeverity(severity)
                .build();
    }

    private static Origin origin(Position position) {
        return Origin.newBuilder()
                .setTopic(Topics.SUBMISSIONS)
                .setTopicId(position.topicId())
                .setPartition(position.partition())
                .setOffset(position.offset())
                .build();
    }

    private static Map<String, String> headers(UUID eventId, String type, RawRecord raw, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>(
                CloudEventHeaders.of(eventId.toString(), type, SOURCE, now).asMap());
        headers.putAll(PassedOn.headers(raw));
        return headers;
    }
}
