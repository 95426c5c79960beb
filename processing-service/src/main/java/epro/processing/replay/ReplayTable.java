package epro.processing.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked to be replayed, and what came of it. */
@Component
class ReplayTable {
    /** By then every replica knows the form. */
    private static final Duration FORM_KNOWN_AFTER = Duration.ofSeconds(3);

    private static final Duration TRY_LASTS = Duration.ofMinutes(1);

    /** Rejections that stand, whose form is there now and for which they have not been replayed. */
    private static final String REQUEST = """
            INSERT INTO replay
                (submission_key, form_id, form_version, topic, topic_id, partition, record_offset, requested_at)
            SELECT r.submission_key, f.id, f.version, r.topic, r.topic_id, r.partition, r.record_offset, :now
            FROM rejection r
            JOIN submission s ON s.submission_key = r.submission_key AND s.revision = r.revision
            JOIN LATERAL (
                SELECT id, version FROM form
                WHERE id = r.form_id AND version = coalesce(r.form_version, version) AND published_at < :known
                ORDER BY sequence DESC LIMIT 1) f ON true
            WHERE r.unknown_form AND s.state = 'REJECTED' AND NOT EXISTS (
                SELECT FROM replay p
                WHERE p.submission_key = r.submission_key AND p.form_id = f.id AND p.form_version = f.version)
            LIMIT :limit
            ON CONFLICT DO NOTHING
            RETURNING submission_key, form_id, form_version, topic, topic_id, partition, record_offset""";

    private static final String CLAIM = """
            UPDATE replay SET tried_at = :now
            WHERE (submission_key, form_id, form_version) IN (
                SELECT submission_key, form_id, form_version FROM replay
                WHERE sent_at IS NULL AND lost_at IS NULL AND (tried_at IS NULL OR tried_at < :before)
                ORDER BY topic_id, partition, record_offset LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING submission_key, form_id, form_version, topic, topic_id, partition, record_offset""";

    private final JdbcClient jdbc;

    ReplayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes those that are newly due, at most so many. */
    List<Replay> request(Instant now, int limit) {
        return jdbc.sql(REQUEST)
                .param("now", utc(now))
                .param("known", utc(now.minus(FORM_KNOWN_AFTER)))
                .param("limit", limit)
                .query(ReplayTable::replay)
                .list();
    }

    /** Those not sent yet that nobody else is trying at the moment, at most so many, in the log's order. */
    List<Replay> claim(Instant now, int limit) {
        return jdbc
                .sql(CLAIM)
                .param("now", utc(now))
                .param("before", utc(now.minus(TRY_LASTS)))
                .param("limit", limit)
                .query(ReplayTable::replay)
                .list()
                .stream()
                .sorted(Comparator.comparing(Replay::original))
                .toList();
    }

    void sent(Replay replay, Instant now) {
        mark("sent_at", replay, now);
    }

    void lost(Replay replay, Instant now) {
        mark("lost_at", replay, now);
    }

    private void mark(String column, Replay replay, Instant now) {
        jdbc.sql("UPDATE replay SET " + column + " = ? WHERE submission_key = ? AND form_id = ? AND form_version = ?")
                .params(utc(now), replay.submissionKey(), replay.formId(), replay.formVersion())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
        return new Replay(
                row.getObject("submission_key", UUID.class),
                row.getString("form_id"),
                row.getString("form_version"),
                new Replay.Place(
                        row.getString("topic"),
                        row.getString("topic_id"),
                        row.getInt("partition"),
                        row.getLong("record_offset")));
    }
}
