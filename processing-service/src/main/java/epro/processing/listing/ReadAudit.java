package epro.processing.listing;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.support.security.Caller;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes in the lane {@code operations} who reads one patient's data, before its first byte is sent. */
@Component
public class ReadAudit {
    private final LaneTransactions lanes;
    private final InstantSource clock;

    ReadAudit(LaneTransactions lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Of one submission, with everything that follows from it. */
    public void readSubmission(Caller caller, UUID submissionKey) {
        note(caller, List.of(submissionKey), Map.of());
    }

    /**
     * Of suspected adverse events.
     *
     * @param keys of the submission, or of the patients, whose they are; of none, nothing is noted
     */
    public void readAdverseEvents(Caller caller, Collection<UUID> keys) {
        noteList(caller, keys, "adverse-events");
    }

    /**
     * Of a list of submissions.
     *
     * @param keys of these, or of the patients, whose they are; of none, nothing is noted
     */
    public void readSubmissions(Caller caller, Collection<UUID> keys) {
        noteList(caller, keys, "submissions");
    }

    private void noteList(Caller caller, Collection<UUID> keys, String what) {
        if (!keys.isEmpty()) {
            note(caller, keys, Map.of("what", new JsonValue.Text(what)));
        }
    }

    private void note(Caller caller, Collection<UUID> keys, Map<String, JsonValue> detail) {
        String text = CanonicalJson.write(new JsonValue.Members(detail));
        lanes.append(LaneTransactions.OPERATIONS, (_, append) -> {
            keys.forEach(key -> append.record(fact(caller, key, text)));
            return keys.size();
        });
    }

    private AuditFact fact(Caller caller, UUID key, String detail) {
        return new AuditFact(
                "READ",
                caller.subject(),
                key.toString(),
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                detail);
    }
}
