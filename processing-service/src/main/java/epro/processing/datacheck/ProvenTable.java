package epro.processing.datacheck;

import epro.processing.proof.StoredTable;
import java.util.List;
import java.util.Optional;

/**
 * A table whose rows are proven by audit entries.
 *
 * @param stored how its rows are read and hashed
 * @param action of the audit entries that prove them
 * @param subject SQL for what such an entry names as its entity
 */
record ProvenTable(StoredTable stored, String action, String subject, Counted counted) {

    /** Columns after those of the row: its offset, its subject. */
    static final String OFFSET = "at_offset";

    static final String SUBJECT = "at_subject";

    private static final String KEY = "submission_key::text";
    private static final String PLACE = "concat_ws('/', topic_id, partition, record_offset)";

    static final List<ProvenTable> ALL = List.of(
            new ProvenTable(StoredTable.CRF_RECORD, "STORED", KEY, Counted.RECORDS),
            new ProvenTable(StoredTable.REJECTION, "REJECTED", KEY, Counted.REJECTIONS),
            new ProvenTable(StoredTable.CONFLICT, "CONFLICT", KEY, Counted.CONFLICTS),
            new ProvenTable(StoredTable.QUARANTINE, "QUARANTINED", PLACE, Counted.QUARANTINED));

    static Optional<ProvenTable> of(String action) {
        return ALL.stream().filter(table -> table.action.equals(action)).findFirst();
    }

    String name() {
        return stored.table();
    }

    /** The rows of an {@link OffsetRange}. */
    String inRange() {
        return """
                SELECT %s, record_offset AS %s, %s AS %s FROM %s
                WHERE topic_id = ? AND partition = ? AND record_offset >= ? AND record_offset < ?""".formatted(stored.selectList(), OFFSET, subject, SUBJECT, name());
    }
}
