package epro.processing.adverseevent;

import epro.processing.listing.Conditions;
import epro.processing.listing.Cursor;
import epro.processing.listing.Page;
import epro.processing.listing.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the read side asks of the database about suspected adverse events. */
@Component
public class AdverseEventQueries {
    private static final String ORDER = "detected_at, ae_id";
    private static final String LATEST = """
            SELECT * FROM adverse_event present
            WHERE NOT EXISTS (
                SELECT 1 FROM adverse_event later
                WHERE later.ae_id = present.ae_id AND later.revision > present.revision)""";

    private final JdbcClient jdbc;

    AdverseEventQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one submission, in the order of detection. */
    public List<AdverseEvent> of(UUID submissionKey) {
        return jdbc.sql(LATEST + " AND submission_key = ? ORDER BY " + ORDER)
                .param(submissionKey)
                .query(AdverseEventQueries::adverseEvent)
                .list();
    }

    /** A page of what the caller may see, in the order of detection. */
    Page<AdverseEvent> list(AdverseEventFilter filter, Sight sight) {
        return Page.of(rows(filter, sight), filter.rows(), last -> new Cursor(last.detectedAt(), last.aeId()));
    }

    private List<AdverseEvent> rows(AdverseEventFilter filter, Sight sight) {
        Conditions conditions = new Conditions()
                .equal("study_id", filter.studyId())
                .equal("site_id", filter.siteId())
                .equal("patient_id", filter.patientId())
                .equal("submission_key", filter.submissionKey())
                .equal("urgency", filter.urgency())
                .from("detected_at", filter.since())
                .behind(ORDER, Cursor.parse(filter.cursor()))
                .within(sight);
        return jdbc.sql("SELECT * FROM (" + LATEST + ") latest " + conditions.where() + " ORDER BY " + ORDER + " LIMIT "
                        + filter.rows())
                .params(conditions.values())
                .query(AdverseEventQueries::adverseEvent)
                .list();
    }

    private static AdverseEvent adverseEvent(ResultSet row, int number) throws SQLException {
        return new AdverseEvent(
                row.getObject("ae_id", UUID.class),
                row.getInt("revision"),
                row.getString("kind"),
                "UNCONFIRMED",
                row.getString("record_state"),
                row.getObject("submission_key", UUID.class),
                row.getString("study_id"),
                row.getString("site_id"),
                row.getString("patient_id"),
                row.getString("term"),
                row.getObject("grade", Integer.class),
                row.getObject("grade_at_least", Integer.class),
                row.getString("levels"),
                row.getString("urgency"),
                row.getString("plan_version"),
                row.getString("sources"),
                row.getString("findings"),
                row.getObject("detected_at", OffsetDateTime.class).toInstant());
    }
}
