package epro.notification.journal;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertFact;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;

    AlertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Alert alert) {
        bindStatus(bindIdentity(jdbc.sql(PUT), alert.identity()), alert.status())
                .update();
    }

    void add(long number, AlertIdentity identity, AlertFact fact) {
        jdbc.sql(ADD)
                .params(
                        number,
                        identity.alertId(),
                        fact.sequence(),
                        fact.at().atOffset(ZoneOffset.UTC),
                        fact.actor(),
                        fact.action().name(),
                        fact.after().state().name(),
                        fact.after().urgency().name(),
                        fact.after().revision())
                .update();
    }

    private static JdbcClient.StatementSpec bindIdentity(JdbcClient.StatementSpec put, AlertIdentity identity) {
        return put.param("alertId", identity.alertId())
                .param("aeId", identity.aeId())
                .param("caseNumber", identity.caseNumber())
                .param("leadId", identity.leadId())
                .param("patientKey", identity.patientKey())
                .param("submissionKey", identity.submissionKey())
                .param("studyId", identity.studyId())
                .param("siteId", identity.siteId())
                .param("patientId", identity.patientId())
                .param("termSystem", identity.term().system())
                .param("termCode", identity.term().code())
                .param("termDisplay", identity.term().display())
                .param("detectedAt", at(identity.detectedAt()))
                .param("createdAt", at(identity.createdAt()));
    }

    private static JdbcClient.StatementSpec bindStatus(JdbcClient.StatementSpec put, AlertStatus status) {
        return put.param("state", status.state().name())
                .param("revision", status.revision())
                .param("urgency", status.urgency().name())
                .param("grade", status.grade())
                .param("gradeAtLeast", status.gradeAtLeast())
                .param("evidence", EvidenceJson.write(status.evidence()))
                .param("withdrawn", status.withdrawn())
                .param("raised", status.raised())
                .param("acknowledgedAt", at(status.acknowledgedAt()))
                .param("acknowledgedBy", status.acknowledgedBy())
                .param("changes", status.changes());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
