package epro.notification.journal;

import epro.lane.AuditFact;
import epro.lane.AuditReceipt;
import epro.lane.LaneAppend;
import epro.notification.alert.Alert;
import epro.notification.alert.AlertFact;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one piece of work writes down; good for its transaction only. */
public final class Changes {
    private final LaneAppend append;
    private final AlertTable table;
    private final AlertEvents events;
    private final Instant now;

    Changes(LaneAppend append, AlertTable table, AlertEvents events, Instant now) {
        this.append = append;
        this.table = table;
        this.events = events;
        this.now = now;
    }

    /** The time of all that happens in this transaction. */
    public Instant now() {
        return now;
    }

    /** Writes the alert as it stands, and for each thing that happened to it its audit entry, timeline and event. */
    public void save(Alert alert) {
        table.put(alert);
        for (AlertFact fact : alert.takeFacts()) {
            String entity = alert.identity().alertId().toString();
            AuditReceipt receipt = record(fact.action().name(), fact.actor(), entity, fact.detail());
            table.add(receipt.sequence(), alert.identity(), fact);
            append.emit(events.changed(alert.identity(), fact));
        }
    }

    /** Adds an entry about something that is no alert, such as a contact. */
    public AuditReceipt record(String action, String actor, String entity, Map<String, String> detail) {
        Map<String, JsonValue> members = new HashMap<>();
        detail.forEach((name, value) -> members.put(name, new JsonValue.Text(value)));
        String json = CanonicalJson.write(new JsonValue.Members(members));
        return append.record(new AuditFact(action, actor, entity, null, null, null, now, null, json));
    }

    /** For what must not be said before it is true, such as a count or a line of the log. */
    public void afterCommit(Runnable announcement) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announcement.run();
            }
        });
    }
}
