package epro.notification.intake;

import epro.notification.alert.Alert;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps, byte for byte, what could not be read: it may be the report of a patient, so a person has to look. */
@Component
class UnreadEvents {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadEvents.class);

    private final Journal journal;
    private final UnreadTable table;
    private final Counter kept;

    UnreadEvents(Journal journal, UnreadTable table, MeterRegistry registry) {
        this.journal = journal;
        this.table = table;
        this.kept = Counter.builder("epro.notification.unread.events")
                .description("Records of suspected adverse events that nobody could read; any is an alarm")
                .register(registry);
    }

    /** Each is kept once, however often it is brought. */
    void keep(List<Unread> unread) {
        if (!unread.isEmpty()) {
            journal.write(changes -> {
                unread.forEach(one -> keep(one, changes));
                return unread.size();
            });
        }
    }

    private void keep(Unread unread, Changes changes) {
        if (table.add(unread, changes.now())) {
            String place = unread.event().toString();
            changes.record("UNREAD", Alert.SERVICE, place, Map.of("reason", unread.reason()));
            changes.afterCommit(() -> announce(place, unread.reason()));
        }
    }

    private void announce(String place, String reason) {
        kept.increment();
        LOG.error(
                "{} could not be read ({}) and raised no alert; it is kept in unread_event for a person",
                place,
                reason);
    }
}
