package epro.notification.journal;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes the rows of alerts and of their timelines. */
@Component
class AlertTable {
    private static final String PUT = """
            INSERT INTO alert (alert_id, ae_id, case_number, lead_id, patient_key, submission_key, study_id, site_id, patient_id,
                term_system, term_code, term_display, detected_at, created_at,
                state, revision, urgency, grade, grade_at_least, evidence, withdrawn, raised, acknowledged_at, acknowledged_by, changes)
            VALUES (:alertId, :aeId, :caseNumber, :leadId, :patientKey, :submissionKey, :studyId, :siteId, :patientId,
                :termSystem, :termCode, :termDisplay, :detectedAt, :createdAt,
                :state, :revision, :urgency, :grade, :gradeAtLeast, CAST(:evidence AS jsonb), :withdrawn, :raised, :acknowledgedAt, :acknowledgedBy, :changes)
            ON CONFLICT (alert_id) DO UPDATE SET state = excluded.state, revision = excluded.revision,
                urgency = excluded.urgency, grade = excluded.grade, grade_at_least = excluded.grade_at_least,
                evidence = excluded.evidence, withdrawn = excluded.withdrawn, raised = excluded.raised, acknowledged_at = excluded.acknowledged_at,
                acknowledged_by = excluded.acknowledged_by, changes = excluded.changes""";
    private static final String ADD = """
            INSERT INTO alert_change (number, alert_id, sequence, at, actor, action, state, urgency, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    AlertTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Each alert once. */
    void put(Collection<Alert> alerts) {
        if (!alerts.isEmpty()) {
            named.batchUpdate(PUT, alerts.stream().map(AlertTable::row).toArray(SqlParameterSource[]::new));
        }
    }

    void add(List<AlertStep> steps) {
        if (!steps.isEmpty()) {
            jdbc.batchUpdate(ADD, steps.stream().map(AlertTable::row).toList());
        }
    }

    private static Object[] row(AlertStep step) {
        AlertStatus after = step.fact().after();
        return new Object[] {
            step.number(),
            step.alertId(),
            step.fact().sequence(),
            step.fact().at().atOffset(ZoneOffset.UTC),
            step.fact().actor(),
            step.fact().action().name(),
            after.state().name(),
            after.urgency().name(),
            after.revision()
        };
    }

    private static SqlParameterSource row(Alert alert) {
        AlertIdentity identity = alert.identity();
        AlertStatus status = alert.status();
        return new MapSqlParameterSource()
                .addValue("alertId", identity.alertId())
                .addValue("aeId", identity.aeId())
                .addValue("caseNumber", identity.caseNumber())
                .addValue("leadId", identity.leadId())
                .addValue("patientKey", identity.patientKey())
                .addValue("submissionKey", identity.submissionKey())
                .addValue("studyId", identity.studyId())
                .addValue("siteId", identity.siteId())
                .addValue("patientId", identity.patientId())
                .addValue("termSystem", identity.term().system())
                .addValue("termCode", identity.term().code())
                .addValue("termDisplay", identity.term().display())
                .addValue("detectedAt", at(identity.detectedAt()))
                .addValue("createdAt", at(identity.createdAt()))
                .addValue("state", status.state().name())
                .addValue("revision", status.revision())
                .addValue("urgency", status.urgency().name())
                .addValue("grade", status.grade())
                .addValue("gradeAtLeast", status.gradeAtLeast())
                .addValue("evidence", EvidenceJson.write(status.evidence()))
                .addValue("withdrawn", status.withdrawn())
                .addValue("raised", status.raised())
                .addValue("acknowledgedAt", at(status.acknowledgedAt()))
                .addValue("acknowledgedBy", status.acknowledgedBy())
                .addValue("changes", status.changes());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
