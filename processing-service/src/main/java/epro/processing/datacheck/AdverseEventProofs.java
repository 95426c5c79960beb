package epro.processing.datacheck;

import epro.lane.ChainVerifier;
import epro.processing.proof.StoredTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every revision of a suspected adverse event has the audit entry that proves its row, and every such entry its row. */
record AdverseEventProofs(Connection connection, Progress progress) {
    private static final int GROUP = 2_000;
    private static final int ENTRIES = 20_000;
    private static final String ROWS = """
            SELECT %s, e.detail::json ->> 'rowHash' AS proven
            FROM (SELECT * FROM adverse_event WHERE (ae_id, revision) > (?, ?) ORDER BY ae_id, revision LIMIT ?) r
            LEFT JOIN audit_entry e ON e.entity = r.ae_id::text AND e.action IN ('AE_DETECTED', 'AE_UPDATED')
                AND e.detail::json ->> 'revision' = r.revision::text
            ORDER BY ae_id, revision""".formatted(StoredTable.ADVERSE_EVENT.selectList());
    private static final String EXTENT = "SELECT min(sequence), max(sequence) FROM audit_entry WHERE lane = ?";
    private static final String PROVING = """
            SELECT entity, detail::json ->> 'revision' FROM audit_entry
            WHERE lane = ? AND sequence BETWEEN ? AND ? AND action IN ('AE_DETECTED', 'AE_UPDATED')""";
    private static final String PROVEN = "SELECT ae_id, revision FROM adverse_event WHERE ae_id = ANY (?)";

    void run() throws SQLException, InterruptedException {
        Revision last = new Revision(new UUID(0, 0).toString(), "0");
        for (@Nullable Revision next = compareAfter(last); next != null; next = compareAfter(next)) {
            Interruption.check();
        }
        for (String lane : new ChainVerifier(connection).lanes()) {
            findEntriesWithoutRow(lane);
        }
    }

    /** Compares a group of rows and returns the last of them, or null if there is none. */
    private @Nullable Revision compareAfter(Revision before) throws SQLException {
        Revision last = null;
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setObject(1, UUID.fromString(before.aeId()));
            select.setInt(2, Integer.parseInt(before.revision()));
            select.setInt(3, GROUP);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = new Revision(row.getString(1), row.getString(2));
                    compare(last, row);
                }
            }
        }
        return last;
    }

    private void compare(Revision revision, ResultSet row) throws SQLException {
        String proven = row.getString("proven");
        String recomputed = StoredTable.ADVERSE_EVENT.read(row, 1).hash();
        if (proven == null) {
            progress.found(Code.ROW_WITHOUT_ENTRY, revision.subject(), "adverse_event");
        } else if (!proven.equals(recomputed) || !recomputed.equals(row.getString("row_hash"))) {
            progress.found(Code.ROW_ALTERED, revision.subject(), "adverse_event");
        }
        progress.compared(Counted.ADVERSE_EVENTS, 1);
    }

    private void findEntriesWithoutRow(String lane) throws SQLException, InterruptedException {
        try (PreparedStatement select = connection.prepareStatement(EXTENT)) {
            select.setString(1, lane);
            try (ResultSet extent = select.executeQuery()) {
                extent.next();
                long end = extent.getLong(2);
                for (long from = extent.getLong(1); from <= end; from += ENTRIES) {
                    Interruption.check();
                    findEntriesWithoutRow(proving(lane, from));
                }
            }
        }
    }

    private void findEntriesWithoutRow(List<Revision> proving) throws SQLException {
        Set<Revision> proven = proving.isEmpty() ? Set.of() : proven(proving);
        proving.stream()
                .filter(revision -> !proven.contains(revision))
                .forEach(revision ->
                        progress.found(Code.ENTRY_WITHOUT_ROW, revision.subject(), "no row in adverse_event"));
    }

    private List<Revision> proving(String lane, long from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROVING)) {
            select.setString(1, lane);
            select.setLong(2, from);
            select.setLong(3, from + ENTRIES - 1);
            return revisions(select);
        }
    }

    private Set<Revision> proven(List<Revision> proving) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROVEN)) {
            Object[] ids = proving.stream().flatMap(Revision::id).distinct().toArray();
            select.setArray(1, connection.createArrayOf("uuid", ids));
            return new HashSet<>(revisions(select));
        }
    }

    private static List<Revision> revisions(PreparedStatement select) throws SQLException {
        List<Revision> revisions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                revisions.add(new Revision(row.getString(1), row.getString(2)));
            }
        }
        return revisions;
    }

    /** The id and the number of a revision, as an entry names them. */
    private record Revision(String aeId, String revision) {
        /** None where the entry names none. */
        Stream<UUID> id() {
            try {
                return Stream.of(UUID.fromString(aeId));
            } catch (IllegalArgumentException notAnId) {
                return Stream.empty();
            }
        }

        String subject() {
            return aeId + "/" + revision;
        }
    }
}
