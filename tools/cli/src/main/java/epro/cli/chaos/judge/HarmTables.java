package epro.cli.chaos.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database says of harm in one run. Only reads, on the caller's connection; what is wrong is told after the id of its submission. */
final class HarmTables {

    private static final String REVISIONS = """
            SELECT s.submission_id, a.ae_id::text, a.revision
            FROM processing.adverse_event a JOIN processing.submission s USING (submission_key) WHERE a.study_id = ?""";

    /** Suspected adverse events without exactly one alert that is as new as they are. */
    private static final String ALERTS = """
            SELECT s.submission_id || ': its suspected adverse event ' || a.ae_id || ' has ' || count(DISTINCT n.alert_id) || ' alerts, of revision '
                || coalesce(max(n.revision), 0) || ' where ' || max(a.revision) || ' stands'
            FROM processing.adverse_event a JOIN processing.submission s USING (submission_key)
                LEFT JOIN notification.alert n USING (ae_id)
            WHERE a.study_id = ? GROUP BY s.submission_id, a.ae_id
            HAVING count(DISTINCT n.alert_id) <> 1 OR max(n.revision) < max(a.revision)
            UNION ALL
            SELECT coalesce(s.submission_id, n.submission_key::text) || ': the alert ' || n.alert_id || ' is of no suspected adverse event'
            FROM notification.alert n LEFT JOIN processing.submission s USING (submission_key)
            WHERE n.study_id = ? AND NOT EXISTS (SELECT FROM processing.adverse_event a WHERE a.ae_id = n.ae_id)""";

    /** Texts that are evaluated anew may be asked anew: at most once for each evaluation. */
    private static final String ASSESSMENTS = """
            SELECT s.submission_id || ': its assessment ' || a.assessment_id || ' is ' || a.state || ' with ' || count(e.sequence) || ' entries'
            FROM processing.assessment a JOIN processing.submission s USING (submission_key)
            LEFT JOIN processing.audit_entry e
                ON e.lane = 'assessment' AND e.action = 'ASSESSED' AND e.entity = a.submission_key::text
            CROSS JOIN LATERAL (SELECT count(*) AS asked FROM processing.assessment other
                WHERE other.submission_key = a.submission_key) asks
            WHERE s.study_id = ? GROUP BY s.submission_id, a.assessment_id, s.revision, asks.asked
            HAVING a.state <> 'DECIDED'
                OR count(e.sequence) NOT BETWEEN asks.asked AND asks.asked * s.revision""";

    private static final String ASKED = """
            SELECT s.submission_id, a.content_hash
            FROM processing.assessment a JOIN processing.submission s USING (submission_key) WHERE s.study_id = ?""";
    private static final String SUSPECTED = """
            SELECT DISTINCT s.submission_id, a.term ->> 'code'
            FROM processing.adverse_event a JOIN processing.submission s USING (submission_key)
            WHERE a.study_id = ? AND a.sources::text LIKE '%"RULE"%'""";

    private final Connection connection;

    HarmTables(Connection connection) {
        this.connection = connection;
    }

    List<Revision> revisions(String study) throws SQLException {
        return Rows.of(
                connection, REVISIONS, row -> new Revision(row.getString(1), row.getString(2), row.getInt(3)), study);
    }

    Heard heard(String study) throws SQLException {
        Map<String, Set<String>> suspected =
                Rows.of(connection, SUSPECTED, row -> Map.entry(row.getString(1), row.getString(2)), study).stream()
                        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        return new Heard(
                Rows.of(connection, ASKED, row -> new Heard.Content(row.getString(1), row.getString(2)), study),
                suspected);
    }

    List<String> wrongAlerts(String study) throws SQLException {
        return Rows.of(connection, ALERTS, row -> row.getString(1), study, study);
    }

    List<String> wrongAssessments(String study) throws SQLException {
        return Rows.of(connection, ASSESSMENTS, row -> row.getString(1), study);
    }
}
