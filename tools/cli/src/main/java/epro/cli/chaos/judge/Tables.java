package epro.cli.chaos.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import epro.cli.submission.Answer.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What the database says of one run. Only reads, on the caller's connection. */
final class Tables {

    private static final String RECEIPTS = """
            SELECT x.recorded_at, x.partition, x.record_offset, x.lane, x.sequence, x.action, x.entity, x.content_hash
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

    private static final String ROWS = """
            SELECT x.action, x.partition, x.record_offset FROM (
                SELECT 'CONFLICT' AS action, partition, record_offset FROM processing.conflict UNION ALL
                SELECT 'QUARANTINED', partition, record_offset FROM processing.quarantine) x
            JOIN unnest(?::int[], ?::bigint[]) AS base(partition, first)
                ON x.partition = base.partition AND x.record_offset >= base.first""";
    private static final String TRACES = """
            SELECT s.submission_id, trace.line FROM processing.submission s JOIN (
                SELECT submission_key, 'event    ' || ae_id || ' revision ' || revision || ' ' || urgency AS line
                    FROM processing.adverse_event UNION ALL
                SELECT submission_key, 'alert    ' || alert_id || ' of ' || ae_id || ' revision ' || revision || ' ' || state
                    FROM notification.alert UNION ALL
                SELECT submission_key, 'asked    ' || assessment_id || ' ' || state FROM processing.assessment UNION ALL
                SELECT submission_key, 'conflict ' || partition || ':' || record_offset || ' ' || content_hash
                    FROM processing.conflict) trace USING (submission_key)
            WHERE s.study_id = ? ORDER BY 1, 2""";

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
        try (PreparedStatement query = since(RECEIPTS, from)) {
            return Rows.of(
                    query,
                    row -> new Receipt(
                            row.getTimestamp(1).toInstant(),
                            new Place(row.getInt(2), row.getLong(3)),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
        }
    }

    /** Where conflicts and quarantined records come from, by the action of their entries. */
    Map<String, Set<Place>> rows(SortedMap<Integer, Long> from) throws SQLException {
        try (PreparedStatement query = since(ROWS, from)) {
            return Rows.of(query, row -> Map.entry(row.getString(1), new Place(row.getInt(2), row.getLong(3)))).stream()
                    .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        }
    }

    private PreparedStatement since(String sql, SortedMap<Integer, Long> from) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setArray(1, connection.createArrayOf("int4", from.keySet().toArray()));
        query.setArray(2, connection.createArrayOf("int8", from.values().toArray()));
        return query;
    }

    List<Stored> stored(String study) throws SQLException {
        return Rows.of(
                connection,
                STORED,
                row -> new Stored(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7)),
                study);
    }

    /** What else there is of each submission, a line each, by submission id. */
    Map<String, List<String>> traces(String study) throws SQLException {
        return Rows.of(connection, TRACES, row -> Map.entry(row.getString(1), row.getString(2)), study).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    List<String> conflictingHashes(String study) throws SQLException {
        return Rows.of(connection, CONFLICTS, row -> row.getString(1), study);
    }

    List<String> brokenLinks(String schema) throws SQLException {
        return Rows.of(connection, CHAIN.replace("SCHEMA", schema), row -> row.getString(1));
    }

    /** Lanes that have grown beyond the last checkpoint for longer than signing takes. */
    List<String> unanchored() throws SQLException {
        List<String> lanes = new ArrayList<>();
        for (String schema : SCHEMAS) {
            lanes.addAll(Rows.of(connection, UNANCHORED.replace("SCHEMA", schema), row -> row.getString(1)));
        }
        return lanes;
    }
}
