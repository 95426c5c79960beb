package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What the database says of one run. Only reads, on the caller's connection. */
final class Tables {

    private static final String RECEIPTS = """
            SELECT x.partition, x.record_offset, x.lane, x.sequence, x.action, x.entity, x.content_hash
            FROM processing.audit_entry x
            JOIN unnest(?::int[], ?::bigint[]) AS base(partition, first)
                ON x.partition = base.partition AND x.record_offset >= base.first
            WHERE x.topic_id IS NOT NULL ORDER BY x.partition, x.record_offset, x.sequence""";
    private static final String STORED = """
            SELECT s.submission_key::text, s.submission_id, s.content_hash, s.state,
                (SELECT count(*) FROM processing.audit_entry e
                    WHERE e.entity = s.submission_key::text AND e.action IN ('STORED', 'REJECTED')),
                (SELECT count(*) FROM processing.crf_record c WHERE c.submission_key = s.submission_key)
                    + (SELECT count(*) FROM processing.rejection r WHERE r.submission_key = s.submission_key),
                coalesce(
                    (SELECT c.answers::text FROM processing.crf_record c WHERE c.submission_key = s.submission_key LIMIT 1),
                    (SELECT r.answers::text FROM processing.rejection r WHERE r.submission_key = s.submission_key LIMIT 1),
                    'null')
            FROM processing.submission s WHERE s.study_id = ?""";
    private static final String CONFLICTS = """
            SELECT c.content_hash FROM processing.conflict c JOIN processing.submission s USING (submission_key)
            WHERE s.study_id = ?""";

    /** Suspected adverse events without exactly one alert that is as new as they are. */
    private static final String ALERTS = """
            SELECT a.ae_id::text || ' has ' || count(DISTINCT n.alert_id) || ' alerts, of revision '
                || coalesce(max(n.revision), 0) || ' where ' || max(a.revision) || ' stands'
            FROM processing.adverse_event a LEFT JOIN notification.alert n USING (ae_id)
            WHERE a.study_id = ? GROUP BY a.ae_id
            HAVING count(DISTINCT n.alert_id) <> 1 OR max(n.revision) < max(a.revision)""";

    /** Texts that are evaluated anew may be asked anew: at most once for each evaluation. */
    private static final String ASSESSMENTS = """
            SELECT a.submission_key::text || ' is ' || a.state || ' with ' || count(e.sequence) || ' entries'
            FROM processing.assessment a JOIN processing.submission s USING (submission_key)
            LEFT JOIN processing.audit_entry e
                ON e.lane = 'assessment' AND e.action = 'ASSESSED' AND e.entity = a.submission_key::text
            CROSS JOIN LATERAL (SELECT count(*) AS asked FROM processing.assessment other
                WHERE other.submission_key = a.submission_key) asks
            WHERE s.study_id = ? GROUP BY a.assessment_id, s.revision, asks.asked
            HAVING a.state <> 'DECIDED'
                OR count(e.sequence) NOT BETWEEN asks.asked AND asks.asked * s.revision""";

    /** Reckoned by the database itself: each entry's hash, its predecessor's within it, and no number left out. */
    private static final String CHAIN = """
            SELECT lane || ' ' || sequence FROM (
                SELECT lane, sequence, hash, canonical, lag(hash) OVER chain AS before,
                    row_number() OVER chain AS number
                FROM SCHEMA.audit_entry WINDOW chain AS (PARTITION BY lane ORDER BY sequence)) entry
            WHERE hash <> sha256(canonical) OR sequence <> number OR position(before IN canonical) = 0
            UNION ALL
            SELECT name || ' head' FROM SCHEMA.lane WHERE sequence <>
                (SELECT count(*) FROM SCHEMA.audit_entry e WHERE e.lane = name)""";

    /** What has had time enough to be signed and is not: entries older than three of the signer's intervals. */
    private static final String UNANCHORED = """
            SELECT 'SCHEMA ' || l.name FROM SCHEMA.lane l CROSS JOIN LATERAL (
                SELECT coalesce(max((head ->> 'sequence')::bigint), 0) AS through
                FROM (SELECT heads FROM SCHEMA.audit_checkpoint ORDER BY epoch DESC, number DESC LIMIT 1) last,
                    json_array_elements(last.heads) head
                WHERE head ->> 'lane' = l.name) signed
            WHERE EXISTS (SELECT FROM SCHEMA.audit_entry e WHERE e.lane = l.name
                AND e.sequence > signed.through AND e.recorded_at < now() - interval '15 seconds')""";

    static final List<String> SCHEMAS = List.of("processing", "notification", "nmpa");

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    List<Receipt> receipts(SortedMap<Integer, Long> from) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RECEIPTS)) {
            query.setArray(1, connection.createArrayOf("int4", from.keySet().toArray()));
            query.setArray(2, connection.createArrayOf("int8", from.values().toArray()));
            ResultSet row = query.executeQuery();
            while (row.next()) {
                receipts.add(new Receipt(
                        new Place(row.getInt(1), row.getLong(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return receipts;
    }

    List<Stored> stored(String study) throws SQLException {
        List<Stored> stored = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(STORED)) {
            query.setString(1, study);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                stored.add(new Stored(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7)));
            }
        }
        return stored;
    }

    List<String> conflictingHashes(String study) throws SQLException {
        return texts(CONFLICTS, study);
    }

    List<String> wrongAlerts(String study) throws SQLException {
        return texts(ALERTS, study);
    }

    List<String> wrongAssessments(String study) throws SQLException {
        return texts(ASSESSMENTS, study);
    }

    List<String> brokenLinks(String schema) throws SQLException {
        return texts(CHAIN.replace("SCHEMA", schema));
    }

    /** Lanes that have grown beyond the last checkpoint for longer than signing takes. */
    List<String> unanchored() throws SQLException {
        List<String> lanes = new ArrayList<>();
        for (String schema : SCHEMAS) {
            lanes.addAll(texts(UNANCHORED.replace("SCHEMA", schema)));
        }
        return lanes;
    }

    private List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                query.setString(index + 1, parameters[index]);
            }
            ResultSet row = query.executeQuery();
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
