package epro.notification.intake;

import epro.notification.journal.Journal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a kept record once more, on the same way as if it had just come. Each try is in the audit trail, whatever comes of it. */
@Component
class UnreadReplay {
    private static final String READ = "read";

    private final UnreadTable table;
    private final ReportBatch batch;
    private final Journal journal;

    UnreadReplay(UnreadTable table, ReportBatch batch, Journal journal) {
        this.table = table;
        this.batch = batch;
        this.journal = journal;
    }

    /** Why it still can't be read; empty if it was. What was read before does no harm. */
    Optional<String> replay(long id, ConsumedEvent event, String actor) throws NotReadableYet {
        Optional<String> reason = batch.reasonAgainst(event);
        return journal.write(changes -> {
            Map<String, String> detail = Map.of("outcome", reason.orElse(READ));
            changes.record("UNREAD_REPLAYED", actor, event.toString(), detail);
            if (reason.isEmpty()) {
                table.replayed(id, actor, changes.now());
            }
            return reason;
        });
    }
}
