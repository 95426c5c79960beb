package epro.nmpa.journal;

import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.nmpa.status.RegisterStatus;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one piece of work writes down; good for its transaction only. */
public final class Changes {
    private static final String SERVICE = "nmpa-sync-service";

    private final LaneAppend append;
    private final StatusEvents events;
    private final Instant now;

    Changes(LaneAppend append, StatusEvents events, Instant now) {
        this.append = append;
        this.events = events;
        this.now = now;
    }

    /** The time of all that happens in this transaction. */
    public Instant now() {
        return now;
    }

    /** Adds the entry and the event of a change. */
    public void changed(StatusChange change) {
        Map<String, String> detail = new HashMap<>();
        detail.put("sequence", Integer.toString(change.sequence()));
        detail.put("runId", change.runId().toString());
        describe("", change.now(), detail);
        if (change.before() != null) {
            describe("previous-", change.before(), detail);
        }
        record("TRIAL_STATUS_CHANGED", SERVICE, entity(change.registrationNumber()), detail);
        append.emit(events.changed(change, now));
    }

    /** Adds the entry of a trial that the register says it does not have. */
    public void quarantined(String registrationNumber, String runId) {
        record("TRIAL_QUARANTINED", SERVICE, entity(registrationNumber), Map.of("runId", runId));
    }

    /** Adds an entry. */
    public void record(String action, String actor, String entity, Map<String, String> detail) {
        Map<String, JsonValue> members = new HashMap<>();
        detail.forEach((name, value) -> members.put(name, new JsonValue.Text(value)));
        String json = CanonicalJson.write(new JsonValue.Members(members));
        append.record(new AuditFact(action, actor, entity, null, null, null, now, null, json));
    }

    private static String entity(String registrationNumber) {
        return "trial/" + registrationNumber;
    }

    private static void describe(String prefix, RegisterStatus status, Map<String, String> detail) {
        detail.put(prefix + "status", status.status().name());
        detail.put(prefix + "original", status.original());
        if (status.by() != null) {
            detail.put(prefix + "by", status.by().name());
        }
    }
}
