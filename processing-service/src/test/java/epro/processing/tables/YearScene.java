package epro.processing.tables;

import epro.lane.AuditFact;
import epro.lane.ChainReport;
import epro.lane.ChainVerifier;
import epro.lane.LaneAppend;
import epro.lane.Lanes;
import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.processing.OwnDatabase;
import epro.processing.proof.StoredRow;
import epro.processing.proof.StoredTable;
import epro.processing.proof.UtcText;
import epro.stack.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** One lane of a database of its own, and what is stored there at whatever time. */
final class YearScene implements AutoCloseable {
    static final SourcePartition SOURCE = new SourcePartition("epro.submissions.v1", "7Yy1qDdkQ0mYk2cWm0x4Zw", 3);
    private static final String SUBMISSION = """
            INSERT INTO submission (submission_key, patient_key, submission_id, study_id, site_id, patient_id, form_id,
                form_version, content_hash, state, topic, topic_id, partition, record_offset, received_at, stored_at)
            VALUES (?, ?, 'S', 'STUDY', 'SITE', 'P', 'f', '1', 'c0ffee', 'STORED', 't', ?, ?, ?, ?, ?)""";

    final OwnDatabase database = new OwnDatabase();

    static int thisYear() {
        return OffsetDateTime.now(ZoneOffset.UTC).getYear();
    }

    /** The middle of a year. */
    static Instant in(int year) {
        return OffsetDateTime.of(year, 7, 1, 12, 0, 0, 123_456_000, ZoneOffset.UTC)
                .toInstant();
    }

    /** A submission, its record and its audit entry, as the service stores them. */
    UUID store(long offset, Instant at) throws SQLException {
        UUID key = UUID.randomUUID();
        try (Connection connection = database.connect(DatabaseRole.PROCESSING_APP)) {
            LaneAppend append = new LaneAppend(Lanes.lock(connection, SOURCE));
            submission(connection, key, offset, at);
            StoredTable.CRF_RECORD.insert(connection, List.of(record(key, offset, at)));
            append.record(entry(key, offset, at));
            Lanes.save(connection, append, offset + 1);
            connection.commit();
        }
        return key;
    }

    static AuditFact entry(UUID key, long offset, Instant at) {
        Position place = new Position(SOURCE.topicId(), SOURCE.partition(), offset);
        return new AuditFact("STORED", "test", key.toString(), "c0ffee", null, at, at, place, "{}");
    }

    static StoredRow record(UUID key, long offset, Instant at) {
        return StoredTable.CRF_RECORD.row(
                key.toString(),
                "1",
                "f",
                "1",
                "c0ffee",
                "{}",
                "{\"pain\":3}",
                "{\"pain\":3}",
                "[]",
                "[]",
                SOURCE.topicId(),
                Integer.toString(SOURCE.partition()),
                Long.toString(offset),
                UtcText.of(at),
                UtcText.of(at));
    }

    ChainReport verified() throws SQLException {
        try (Connection connection = database.connect(DatabaseRole.EPRO_READER)) {
            return new ChainVerifier(connection).verify(SOURCE.laneName(), () -> {});
        }
    }

    /** How many records are what their hash says. */
    long provenRecords() throws SQLException {
        String sql = "SELECT " + StoredTable.CRF_RECORD.selectList() + " FROM crf_record";
        long proven = 0;
        try (Connection connection = database.connect(DatabaseRole.EPRO_READER);
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String hash = StoredTable.CRF_RECORD.read(row, 1).hash();
                proven += hash.equals(row.getString("row_hash")) ? 1 : 0;
            }
        }
        return proven;
    }

    /** In which of its partitions each row of a table stands, in their order. */
    List<String> places(String table) {
        return texts("SELECT tableoid::regclass::text FROM " + table + " ORDER BY record_offset");
    }

    List<String> texts(String sql) {
        return database.as(DatabaseRole.POSTGRES)
                .sql(sql)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** What a start does whose clock shows another time. */
    void makeYears(Instant since, Instant until) {
        for (String table : List.of("'crf_record', 'stored_at'", "'audit_entry', 'recorded_at'")) {
            database.as(DatabaseRole.PROCESSING_OWNER)
                    .sql("CALL make_years(" + table + ", '" + since + "', '" + until + "')")
                    .update();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static void submission(Connection connection, UUID key, long offset, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SUBMISSION)) {
            insert.setObject(1, key);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, SOURCE.topicId());
            insert.setInt(4, SOURCE.partition());
            insert.setLong(5, offset);
            insert.setObject(6, at.atOffset(ZoneOffset.UTC));
            insert.setObject(7, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
