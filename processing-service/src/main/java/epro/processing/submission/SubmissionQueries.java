package epro.processing.submission;

import epro.processing.adverseevent.AdverseEventQueries;
import epro.processing.listing.Conditions;
import epro.processing.listing.Cursor;
import epro.processing.listing.Page;
import epro.processing.listing.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the read side asks of the database. */
@Component
class SubmissionQueries {
    private static final String SUMMARY = """
            SELECT submission_key, submission_id, study_id, site_id, patient_id, form_id, form_version, state, revision,
                topic, partition, record_offset, completed_at, received_at, stored_at
            FROM submission
            """;

    private final JdbcClient jdbc;
    private final AdverseEventQueries events;

    SubmissionQueries(JdbcClient jdbc, AdverseEventQueries events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    Optional<SubmissionSummary> summary(UUID key) {
        return jdbc.sql(SUMMARY + "WHERE submission_key = ?")
                .param(key)
                .query(SubmissionQueries::summary)
                .optional();
    }

    SubmissionDetail detail(SubmissionSummary summary) {
        Content content = content(summary);
        return new SubmissionDetail(
                summary,
                content.reasons(),
                content.answers(),
                content.cleaning(),
                content.document(),
                events.of(summary.submissionKey()),
                assessment(summary),
                audit(summary));
    }

    /** A page of what the caller may see, in the order of storage. */
    Page<SubmissionSummary> list(SubmissionFilter filter, Sight sight) {
        return Page.of(rows(filter, sight), filter.rows(), last -> new Cursor(last.storedAt(), last.submissionKey()));
    }

    static boolean covers(Sight sight, SubmissionSummary row) {
        return sight.covers(row.studyId(), row.siteId(), row.patientId());
    }

    private List<SubmissionSummary> rows(SubmissionFilter filter, Sight sight) {
        Conditions conditions = new Conditions()
                .equal("submission_id", filter.submissionId())
                .equal("study_id", filter.studyId())
                .equal("site_id", filter.siteId())
                .equal("patient_id", filter.patientId())
                .equal("form_id", filter.formId())
                .equal("state", filter.state(), "REJECTED")
                .from("stored_at", filter.since())
                .behind("stored_at, submission_key", Cursor.parse(filter.cursor()))
                .within(sight);
        return jdbc.sql(SUMMARY + conditions.where() + " ORDER BY stored_at, submission_key LIMIT " + filter.rows())
                .params(conditions.values())
                .query(SubmissionQueries::summary)
                .list();
    }

    /** The time of storage leads to the one year in which the record stands. */
    private Content content(SubmissionSummary summary) {
        var select = summary.state().equals("STORED")
                ? jdbc.sql("""
                                SELECT issues, answers, cleaning, context -> 'document' FROM crf_record
                                WHERE submission_key = ? AND stored_at = ?""")
                        .params(summary.submissionKey(), summary.storedAt().atOffset(ZoneOffset.UTC))
                : jdbc.sql("""
                                SELECT reasons, answers, '[]', context -> 'document' FROM rejection
                                WHERE submission_key = ? AND revision = ?""").params(summary.submissionKey(), summary.revision());
        return select.query(
                        (row, _) -> new Content(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .single();
    }

    private String assessment(SubmissionSummary summary) {
        return jdbc.sql("""
                        SELECT state FROM assessment WHERE submission_key = ? AND content_hash =
                            (SELECT content_hash FROM submission WHERE submission_key = ?)
                        ORDER BY requested_at DESC LIMIT 1""")
                .params(summary.submissionKey(), summary.submissionKey())
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("NONE");
    }

    private List<SubmissionDetail.Entry> audit(SubmissionSummary summary) {
        return jdbc.sql("""
                        SELECT lane, sequence, recorded_at, actor, action, encode(hash, 'hex') FROM audit_entry
                        WHERE entity = ? ORDER BY recorded_at, lane, sequence""")
                .param(summary.submissionKey().toString())
                .query((row, _) -> new SubmissionDetail.Entry(
                        row.getString(1),
                        row.getLong(2),
                        instant(row, "recorded_at"),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private static SubmissionSummary summary(ResultSet row, int number) throws SQLException {
        return new SubmissionSummary(
                row.getObject("submission_key", UUID.class),
                row.getString("submission_id"),
                row.getString("study_id"),
                row.getString("site_id"),
                row.getString("patient_id"),
                row.getString("form_id"),
                row.getString("form_version"),
                row.getString("state"),
                row.getInt("revision"),
                new SubmissionSummary.Origin(
                        row.getString("topic"), row.getInt("partition"), row.getLong("record_offset")),
                row.getString("completed_at"),
                instant(row, "received_at"),
                instant(row, "stored_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Content(
            String reasons,
            String answers,
            String cleaning,
            @Nullable String document) {}
}
