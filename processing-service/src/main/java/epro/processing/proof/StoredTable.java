package epro.processing.proof;

import static epro.processing.proof.Column.Kind.BYTES;
import static epro.processing.proof.Column.Kind.FLAG;
import static epro.processing.proof.Column.Kind.JSON;
import static epro.processing.proof.Column.Kind.KEY;
import static epro.processing.proof.Column.Kind.NUMBER;
import static epro.processing.proof.Column.Kind.TEXT;
import static epro.processing.proof.Column.Kind.TIME;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables whose rows are proven: each row carries the hash of its columns, in the order given here, and the audit
 * entry of the record that made the row carries the same hash.
 */
public final class StoredTable {
    public static final StoredTable CRF_RECORD = new StoredTable(
            "crf_record",
            new Column("submission_key", KEY),
            new Column("revision", NUMBER),
            new Column("form_id", TEXT),
            new Column("form_version", TEXT),
            new Column("content_hash", TEXT),
            new Column("context", JSON),
            new Column("answers", JSON),
            new Column("cleaned", JSON),
            new Column("cleaning", JSON),
            new Column("issues", JSON),
            new Column("topic_id", TEXT),
            new Column("partition", NUMBER),
            new Column("record_offset", NUMBER),
            new Column("received_at", TIME),
            new Column("stored_at", TIME));
    public static final StoredTable REJECTION = new StoredTable(
            "rejection",
            new Column("submission_key", KEY),
            new Column("revision", NUMBER),
            new Column("form_id", TEXT),
            new Column("form_version", TEXT),
            new Column("unknown_form", FLAG),
            new Column("content_hash", TEXT),
            new Column("context", JSON),
            new Column("answers", JSON),
            new Column("reasons", JSON),
            new Column("topic", TEXT),
            new Column("topic_id", TEXT),
            new Column("partition", NUMBER),
            new Column("record_offset", NUMBER),
            new Column("received_at", TIME),
            new Column("stored_at", TIME));
    public static final StoredTable CONFLICT = new StoredTable(
            "conflict",
            new Column("topic_id", TEXT),
            new Column("partition", NUMBER),
            new Column("record_offset", NUMBER),
            new Column("submission_key", KEY),
            new Column("form_id", TEXT),
            new Column("form_version", TEXT),
            new Column("content_hash", TEXT),
            new Column("context", JSON),
            new Column("answers", JSON),
            new Column("received_at", TIME),
            new Column("stored_at", TIME));
    public static final StoredTable QUARANTINE = new StoredTable(
            "quarantine",
            new Column("topic_id", TEXT),
            new Column("partition", NUMBER),
            new Column("record_offset", NUMBER),
            new Column("record_key", BYTES),
            new Column("record_value", BYTES),
            new Column("headers", JSON),
            new Column("reason", TEXT),
            new Column("stored_at", TIME));

    public static final StoredTable ADVERSE_EVENT = new StoredTable(
            "adverse_event",
            new Column("ae_id", KEY),
            new Column("revision", NUMBER),
            new Column("kind", TEXT),
            new Column("submission_key", KEY),
            new Column("patient_key", KEY),
            new Column("study_id", TEXT),
            new Column("site_id", TEXT),
            new Column("patient_id", TEXT),
            new Column("record_state", TEXT),
            new Column("term", JSON),
            new Column("grade", NUMBER),
            new Column("grade_at_least", NUMBER),
            new Column("levels", JSON),
            new Column("urgency", TEXT),
            new Column("plan_version", TEXT),
            new Column("sources", JSON),
            new Column("findings", JSON),
            new Column("detected_at", TIME));

    private final String table;
    private final List<Column> columns;

    private StoredTable(String table, Column... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    /** The table's name in the database. */
    public String table() {
        return table;
    }

    /** What to select so that {@link #read} can rebuild a row, its stored hash last, as {@code row_hash}. */
    public String selectList() {
        return columns.stream().map(Column::selection).collect(Collectors.joining(", ", "", ", row_hash"));
    }

    /** The row that a result of {@link #selectList()} stands at, from its column {@code first} (1-based) on. */
    public StoredRow read(ResultSet result, int first) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(result.getString(first + i));
        }
        return new StoredRow(this, values);
    }

    public StoredRow row(@Nullable String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(table + " has " + columns.size() + " columns, not " + values.length);
        }
        return new StoredRow(this, Arrays.asList(values));
    }

    /** Inserts all of them by one statement. */
    public void insert(Connection connection, List<StoredRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(insertion())) {
            TextArrays<StoredRow> arrays = new TextArrays<>(statement, rows);
            for (int i = 0; i < columns.size(); i++) {
                int column = i;
                arrays.set(column + 1, row -> row.values().get(column));
            }
            arrays.set(columns.size() + 1, StoredRow::hash);
            statement.executeUpdate();
        }
    }

    private String insertion() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(Column::fromText).collect(Collectors.joining(", "));
        String arrays = "?, ".repeat(columns.size()) + "?";
        return "INSERT INTO " + table + " (" + names + ", row_hash) SELECT " + values + ", row_hash FROM unnest("
                + arrays + ") AS given (" + names + ", row_hash)";
    }
}
