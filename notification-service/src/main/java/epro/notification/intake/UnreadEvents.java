package epro.notification.intake;

import epro.notification.alert.Alert;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps, byte for byte, what could not be read: it may be the report of a patient, so a person has to look. */
@Component
class UnreadEvents {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadEvents.class);

    private final Journal journal;
    private final JdbcClient jdbc;
    private final Counter kept;

    UnreadEvents(Journal journal, JdbcClient jdbc, MeterRegistry registry) {
        this.journal = journal;
        this.jdbc = jdbc;
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
        if (insert(unread, changes)) {
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

    private boolean insert(Unread unread, Changes changes) {
        ConsumedEvent event = unread.event();
        return jdbc.sql("""
                        INSERT INTO unread_event (topic, partition, record_offset, value_hash, record_key, record_value, reason, kept_at)
                        VALUES (:topic, :partition, :offset, :hash, :key, :value, :reason, :at) ON CONFLICT DO NOTHING""")
                        .param("topic", event.topic())
                        .param("partition", event.partition())
                        .param("offset", event.offset())
                        .param("hash", hash(event.value()))
                        .param("key", event.key())
                        .param("value", event.value())
                        .param("reason", unread.reason())
                        .param("at", changes.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static String hash(byte @Nullable [] value) {
        try {
            byte[] content = value == null ? new byte[0] : value;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
