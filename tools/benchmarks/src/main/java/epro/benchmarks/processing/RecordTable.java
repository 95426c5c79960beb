package epro.benchmarks.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** A table like the service's {@code crf_record}, in a schema of its own. */
record RecordTable(String schema) {
    private static final String TABLE = """
            CREATE TABLE SCHEMA.crf_record (
                submission_key uuid PRIMARY KEY, form_id text NOT NULL, form_version text NOT NULL,
                content_hash text NOT NULL, context json NOT NULL, answers json NOT NULL, cleaned json NOT NULL,
                issues json NOT NULL, partition integer NOT NULL, record_offset bigint NOT NULL,
                received_at timestamptz NOT NULL, stored_at timestamptz NOT NULL)""";
    private static final String INSERT = """
            INSERT INTO SCHEMA.crf_record (submission_key, form_id, form_version, content_hash, context, answers, cleaned, issues,
                partition, record_offset, received_at, stored_at)
            VALUES (?::uuid, ?, ?, ?, ?::json, ?::json, ?::json, ?::json, ?, ?, ?, ?) ON CONFLICT (submission_key) DO""";
    private static final String UPDATE = """
            UPDATE SET form_id = excluded.form_id, form_version = excluded.form_version,
                content_hash = excluded.content_hash, context = excluded.context, answers = excluded.answers,
                cleaned = excluded.cleaned, issues = excluded.issues, partition = excluded.partition,
                record_offset = excluded.record_offset, received_at = excluded.received_at, stored_at = excluded.stored_at""";
    private static final String COUNT =
            "SELECT count(*), count(DISTINCT (partition, record_offset)) FROM SCHEMA.crf_record";

    void create(Connection connection) throws SQLException {
        Bed.run(connection, List.of("CREATE SCHEMA " + schema, TABLE.replace("SCHEMA", schema)));
    }

    /** Inserts a row, or leaves the one that is there. */
    String insert() {
        return INSERT.replace("SCHEMA", schema) + " NOTHING";
    }

    /** Inserts a row, or takes its place. */
    String upsert() {
        return INSERT.replace("SCHEMA", schema) + " " + UPDATE;
    }

    static void bind(PreparedStatement statement, PlainRow row, InstantSource clock) throws SQLException {
        statement.setString(1, row.submissionKey());
        statement.setString(2, row.formId());
        statement.setString(3, row.formVersion());
        statement.setString(4, row.contentHash());
        statement.setString(5, row.context());
        statement.setString(6, row.answers());
        statement.setString(7, row.cleaned());
        statement.setString(8, row.issues());
        statement.setInt(9, row.partition());
        statement.setLong(10, row.offset());
        statement.setObject(11, row.receivedAt());
        statement.setObject(12, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** How many rows there are; none is counted if two came from one place of the log. */
    long count(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT.replace("SCHEMA", schema));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) == row.getLong(2) ? row.getLong(1) : -1;
        }
    }
}
