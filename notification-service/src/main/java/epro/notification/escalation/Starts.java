package epro.notification.escalation;

import epro.notification.journal.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The clocks that one transaction starts; of one case the most urgent start holds, as it would one after the other. */
final class Starts implements Part {
    private final EscalationTable table;
    private final Map<UUID, Start> starts = new LinkedHashMap<>();

    Starts(EscalationTable table) {
        this.table = table;
    }

    void add(Start start) {
        starts.merge(start.leadId(), start, (known, other) -> other.isAbove(known) ? other : known);
    }

    @Override
    public void write() {
        table.start(starts.values());
    }
}
