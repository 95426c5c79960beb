package epro.processing.assessment;

import epro.processing.suspicion.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The waiting questions: claimed by lease, so that those of a dead worker are claimed by another. Where, when and at what
 * form the texts were written is taken from their own record: what conflicts may say otherwise than what stands there.
 */
@Component
class AssessmentTable {
    private static final String CLAIM = """
            WITH claimed AS (
                UPDATE assessment SET due_at = :lease, claims = claims + 1
                WHERE assessment_id IN (
                    SELECT a.assessment_id FROM assessment a JOIN lane l ON l.name = a.lane
                    WHERE a.state = 'PENDING' AND a.due_at <= :now AND l.published_through >= a.outbox_end
                    ORDER BY a.priority DESC, a.requested_at LIMIT :limit FOR UPDATE OF a SKIP LOCKED)
                RETURNING *)
            SELECT c.assessment_id, c.record_state, c.language, c.texts, c.claims, c.failures, s.submission_key,
                s.patient_key, s.submission_id, s.study_id, s.patient_id, own.*
            FROM claimed c JOIN submission s USING (submission_key) JOIN LATERAL (
                (SELECT said ->> 'siteId' AS site_id, form_id, form_version, said ->> 'completedAt' AS completed_at,
                    received_at
                FROM conflict, replace(context::text, '\\u0000', '\\ufffd') AS plain, CAST(plain AS json) AS said
                WHERE c.record_state = 'CONFLICT'
                    AND submission_key = c.submission_key AND content_hash = c.content_hash
                ORDER BY topic_id, partition, record_offset LIMIT 1)
                UNION ALL
                SELECT s.site_id, s.form_id, s.form_version, s.completed_at, s.received_at
                WHERE c.record_state <> 'CONFLICT') own ON true
            ORDER BY c.priority DESC, c.requested_at""";

    private final JdbcClient jdbc;

    AssessmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most urgent ones, and of these the oldest. Nobody else gets them before the lease ends. */
    List<Assessment> claim(int limit, Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("lease", lease.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(AssessmentTable::assessment)
                .list();
    }

    /** Asks again at that time. */
    void postpone(UUID id, Instant until, int failures) {
        jdbc.sql("UPDATE assessment SET due_at = ?, failures = ? WHERE assessment_id = ? AND state = 'PENDING'")
                .params(until.atOffset(ZoneOffset.UTC), failures, id)
                .update();
    }

    private static Assessment assessment(ResultSet row, int number) throws SQLException {
        Subject subject = new Subject(
                row.getObject("submission_key", UUID.class),
                row.getObject("patient_key", UUID.class),
                row.getString("submission_id"),
                row.getString("study_id"),
                row.getString("site_id"),
                row.getString("patient_id"),
                row.getString("form_id"),
                row.getString("form_version"),
                row.getString("completed_at"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("record_state"));
        return new Assessment(
                row.getObject("assessment_id", UUID.class),
                subject,
                row.getString("language"),
                TextJson.read(row.getString("texts")),
                row.getInt("claims"),
                row.getInt("failures"));
    }
}
