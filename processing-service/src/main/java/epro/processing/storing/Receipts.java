package epro.processing.storing;

import epro.lane.AuditFact;
import epro.lane.AuditReceipt;
import epro.lane.LaneAppend;
import epro.lane.Position;
import epro.processing.proof.StoredRow;
import epro.processing.reading.RawRecord;
import epro.processing.suspicion.Announcements;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.StoredJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One audit entry and one outcome event for every settled record: the receipt is the audit entry. What was suspected in
 * it is recorded and announced right behind.
 */
final class Receipts {
    private static final String SELF = "processing-service";

    private final LaneAppend append;
    private final OutcomeEvents events;
    private final Announcements announcements;
    private final Instant now;

    Receipts(LaneAppend append, OutcomeEvents events, Announcements announcements, Instant now) {
        this.append = append;
        this.events = events;
        this.announcements = announcements;
        this.now = now;
    }

    void write(SettledRecord record) {
        write(record.settled());
        record.revisions()
                .forEach(revision -> announcements.append(
                        append, revision, PassedOn.headers(record.settled().raw())));
    }

    private void write(Settled settled) {
        AuditReceipt receipt = append.record(fact(settled));
        append.emit(events.outcome(settled, receipt, now));
        if (settled instanceof Settled.Quarantined quarantined) {
            append.emit(DeadLetters.of(quarantined));
        }
    }

    private AuditFact fact(Settled settled) {
        return switch (settled) {
            case Settled.Stored stored -> ofSubmission("STORED", stored, detail(stored.row(), stored.revision()));
            case Settled.Rejected rejected ->
                ofSubmission("REJECTED", rejected, detail(rejected.row(), rejected.revision()));
            case Settled.Duplicate duplicate -> ofSubmission("DUPLICATE", duplicate, new LinkedHashMap<>());
            case Settled.Conflicting conflicting -> ofSubmission("CONFLICT", conflicting, detail(conflicting.row()));
            case Settled.Quarantined(var raw, var reason, var _, var row) -> quarantined(raw, reason, row);
        };
    }

    private AuditFact ofSubmission(String action, Settled.OfSubmission settled, Map<String, String> detail) {
        SubmissionReceived event = settled.submission().event();
        String replay = settled.raw().headers().get("epro-replay");
        if (replay != null) {
            detail.put("replay", StoredJson.storable(replay));
        }
        return new AuditFact(
                action,
                event.getActor(),
                settled.submission().key().toString(),
                event.getContentHash(),
                event.getCompletedAt(),
                event.getReceivedAt(),
                now,
                settled.raw().position(),
                RecordJson.texts(detail));
    }

    private AuditFact quarantined(RawRecord raw, String reason, StoredRow row) {
        Position position = raw.position();
        Map<String, String> detail = detail(row);
        detail.put("reason", reason);
        return new AuditFact(
                "QUARANTINED",
                SELF,
                position.topicId() + "/" + position.partition() + "/" + position.offset(),
                null,
                null,
                null,
                now,
                position,
                RecordJson.texts(detail));
    }

    private static Map<String, String> detail(StoredRow row, int revision) {
        Map<String, String> detail = detail(row);
        detail.put("revision", Integer.toString(revision));
        return detail;
    }

    private static Map<String, String> detail(StoredRow row) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("rowHash", row.hash());
        return detail;
    }
}
