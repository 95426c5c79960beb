package epro.processing.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published alert plans in the database: added to, never changed. */
@Component
class PlanTable {
    private static final String SELECT =
            "SELECT study_id, version, content_hash, published_at, published_by, source::text AS source FROM alert_plan ";

    private final JdbcClient jdbc;

    PlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false if one stands under its version. */
    boolean add(PlanSummary plan) {
        return jdbc.sql("""
                        INSERT INTO alert_plan (study_id, version, source, content_hash, published_at, published_by)
                        VALUES (?, ?, ?::json, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                plan.studyId(),
                                plan.version(),
                                plan.plan(),
                                plan.contentHash(),
                                plan.publishedAt().atOffset(ZoneOffset.UTC),
                                plan.publishedBy())
                        .update()
                == 1;
    }

    Optional<PlanSummary> find(String studyId, String version) {
        return jdbc.sql(SELECT + "WHERE study_id = ? AND version = ?")
                .params(studyId, version)
                .query(PlanTable::plan)
                .optional();
    }

    /** Of one study, the one in force first. */
    List<PlanSummary> all(String studyId) {
        return jdbc.sql(SELECT + "WHERE study_id = ? ORDER BY sequence DESC LIMIT 500")
                .param(studyId)
                .query(PlanTable::plan)
                .list();
    }

    private static PlanSummary plan(ResultSet row, int number) throws SQLException {
        return new PlanSummary(
                row.getString("study_id"),
                row.getString("version"),
                row.getString("content_hash"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("source"));
    }
}
