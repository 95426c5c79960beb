package epro.processing.datacheck;

import epro.processing.proof.StoredTable;
import epro.schemas.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Holds the revisions of suspected adverse events against their audit entries, and against the events on the topic. */
class AdverseEventCheck {
    private static final int FETCH = 2_000;
    private static final String ENTRIES_WITHOUT_ROW = """
            SELECT e.entity, e.detail::json ->> 'revision' FROM audit_entry e
            LEFT JOIN adverse_event r ON r.ae_id::text = e.entity
                AND r.revision = (e.detail::json ->> 'revision')::int
            WHERE e.action IN ('AE_DETECTED', 'AE_UPDATED') AND r.ae_id IS NULL""";

    private final WholeTopic topic;
    private final DataSource dataSource;

    AdverseEventCheck(WholeTopic topic, DataSource dataSource) {
        this.topic = topic;
        this.dataSource = dataSource;
    }

    /** Compares all that the snapshot holds; what the topic has beyond it is looked for in the database of now. */
    void run(Connection snapshot, Progress progress) throws SQLException, InterruptedException, TimeoutException {
        Set<UUID> announced = new HashSet<>();
        topic.read(record -> {
            UUID id = eventId(record);
            if (id == null) {
                String place = record.topic() + "/" + record.partition() + "/" + record.offset();
                progress.found(Code.EVENT_WITHOUT_ROW, place, "an event without an id");
            } else {
                announced.add(id);
            }
        });
        compareRows(snapshot, announced, progress);
        findEntriesWithoutRow(snapshot, progress);
        findStrangers(announced, progress);
    }

    /** Takes what it finds out of the announced ones. */
    private static void compareRows(Connection snapshot, Set<UUID> announced, Progress progress)
            throws SQLException, InterruptedException {
        String sql = """
                SELECT %s, e.detail::json ->> 'rowHash' AS proven FROM adverse_event r
                LEFT JOIN audit_entry e ON e.entity = r.ae_id::text AND e.action IN ('AE_DETECTED', 'AE_UPDATED')
                    AND (e.detail::json ->> 'revision')::int = r.revision""".formatted(StoredTable.ADVERSE_EVENT.selectList());
        try (PreparedStatement select = snapshot.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Interruption.check();
                    compareRow(row, announced, progress);
                }
            }
        }
    }

    private static void compareRow(ResultSet row, Set<UUID> announced, Progress progress) throws SQLException {
        String aeId = row.getString(1);
        String revision = row.getString(2);
        String subject = aeId + "/" + revision;
        String proven = row.getString("proven");
        String recomputed = StoredTable.ADVERSE_EVENT.read(row, 1).hash();
        if (proven == null) {
            progress.found(Code.ROW_WITHOUT_ENTRY, subject, "adverse_event");
        } else if (!proven.equals(recomputed) || !recomputed.equals(row.getString("row_hash"))) {
            progress.found(Code.ROW_ALTERED, subject, "adverse_event");
        }
        if (!announced.remove(Keys.nameBased(UUID.fromString(aeId), revision))) {
            progress.found(Code.EVENT_MISSING, subject, "no event of this revision is on the topic");
        }
        progress.compared(Counted.ADVERSE_EVENTS, 1);
    }

    private static void findEntriesWithoutRow(Connection snapshot, Progress progress) throws SQLException {
        try (PreparedStatement select = snapshot.prepareStatement(ENTRIES_WITHOUT_ROW);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                progress.found(
                        Code.ENTRY_WITHOUT_ROW, row.getString(1) + "/" + row.getString(2), "no row in adverse_event");
            }
        }
    }

    /** What is left was announced after the snapshot, or of nothing. */
    private void findStrangers(Set<UUID> announced, Progress progress) throws SQLException {
        if (announced.isEmpty()) {
            return;
        }
        try (Connection now = dataSource.getConnection();
                PreparedStatement select =
                        now.prepareStatement("SELECT ae_id, revision FROM adverse_event ORDER BY detected_at DESC");
                ResultSet row = select.executeQuery()) {
            while (row.next() && !announced.isEmpty()) {
                announced.remove(Keys.nameBased(row.getObject(1, UUID.class), row.getString(2)));
            }
        }
        announced.forEach(id ->
                progress.found(Code.EVENT_WITHOUT_ROW, id.toString(), "an event on the topic of no revision here"));
    }

    private static @Nullable UUID eventId(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        try {
            return id == null ? null : UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
