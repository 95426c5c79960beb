package epro.notification.journal;

import epro.lane.AuditFact;
import epro.lane.AuditReceipt;
import epro.lane.LaneAppend;
import epro.notification.alert.Alert;
import epro.notification.alert.AlertFact;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one piece of work writes down; good for its transaction only. It is gathered in memory and written at the end, each kind
 * of rows in one batch, so that a hundred reports ask the database hardly more often than one does.
 */
public final class Changes {
    private final LaneAppend append;
    private final AlertTable table;
    private final AlertEvents events;
    private final Instant now;
    private final Map<UUID, Alert> saved = new LinkedHashMap<>();
    private final List<AlertStep> steps = new ArrayList<>();
    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();

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

    /**
     * Writes the alert, as it stands at the end, and for each thing that happened to it its audit entry, timeline and event.
     * Whoever saves an alert twice saves the same object.
     */
    public void save(Alert alert) {
        saved.put(alert.identity().alertId(), alert);
        for (AlertFact fact : alert.takeFacts()) {
            String entity = alert.identity().alertId().toString();
            AuditReceipt receipt = record(fact.action().name(), fact.actor(), entity, fact.detail());
            steps.add(new AlertStep(receipt.sequence(), alert.identity().alertId(), fact));
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

    /** This transaction's part of a kind; parts are written behind all alerts, in the order in which they were first asked for. */
    public <P extends Part> P part(Class<P> kind, Supplier<P> first) {
        return kind.cast(parts.computeIfAbsent(kind, _ -> first.get()));
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

    void write() {
        table.put(saved.values());
        table.add(steps);
        parts.values().forEach(Part::write);
    }
}
