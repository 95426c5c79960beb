package epro.notification.journal;

import epro.notification.alert.Alert;
import epro.notification.alert.Report;
import epro.notification.alert.Urgency;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The alerts as they stand. Only within {@link Journal#write} do they still stand so when something is written. */
@Component
public class Alerts {
    private static final String ABOUT = """
        WITH touched AS (
            SELECT alert_id, lead_id FROM alert WHERE ae_id = ANY (:aeIds::uuid[])
            UNION
            SELECT alert_id, lead_id FROM unnest(:patients::uuid[], :terms::text[]) AS asked (patient_key, term_code)
                JOIN alert USING (patient_key, term_code) WHERE awaits_answer AND NOT withdrawn
        ), wanted AS (
            SELECT alert_id FROM touched
            UNION SELECT lead_id FROM touched
            UNION SELECT alert.alert_id FROM touched JOIN alert USING (lead_id) WHERE PRESSING)
        SELECT alert.* FROM wanted JOIN alert USING (alert_id)\
        """.replace(
            "PRESSING", "NOT withdrawn AND (state IN" + " ('DETECTED'," + " 'NOTIFIED', 'SEEN')" + " OR raised)");

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Alert> find(UUID alertId) {
        return jdbc.sql("SELECT * FROM alert WHERE alert_id = ?")
                .param(alertId)
                .query(AlertRow::read)
                .optional();
    }

    /** The one alert of a suspected adverse event. */
    public Optional<Alert> ofAdverseEvent(UUID aeId) {
        return jdbc.sql("SELECT * FROM alert WHERE ae_id = ?")
                .param(aeId)
                .query(AlertRow::read)
                .optional();
    }

    /** The first of what awaits an answer in a case, the most urgent and then the oldest on top. */
    public List<Alert> awaitingIn(UUID leadId, int most) {
        return jdbc.sql("""
            SELECT * FROM alert WHERE lead_id = ? AND awaits_answer
            ORDER BY urgency_rank, created_at, alert_id <> lead_id, alert_id LIMIT ?\
            """).params(leadId, most).query(AlertRow::read).list();
    }

    /** Of what is loud and presses in a case, the one to speak of: its lead may have been taken back while what joined it was not. */
    public Optional<Alert> mostPressingIn(UUID leadId) {
        return jdbc.sql("""
            SELECT * FROM alert WHERE lead_id = ? AND awaits_answer AND NOT withdrawn AND urgency <> 'ROUTINE'
            ORDER BY urgency_rank, created_at, alert_id <> lead_id, alert_id LIMIT 1\
            """).param(leadId).query(AlertRow::read).optional();
    }

    /** What is loud in a case and was acknowledged, but neither assessed nor closed: the most urgent and oldest. */
    public Optional<Alert> acknowledgedOnlyIn(UUID leadId) {
        return jdbc.sql("""
            SELECT * FROM alert WHERE lead_id = ? AND state = 'ACKNOWLEDGED' AND NOT raised AND NOT withdrawn
                AND urgency <> 'ROUTINE'
            ORDER BY urgency_rank, created_at, alert_id <> lead_id, alert_id LIMIT 1\
            """).param(leadId).query(AlertRow::read).optional();
    }

    /** The most urgent of what awaits an answer in each of these cases; of a case in which nothing does, nothing. */
    public Map<UUID, Urgency> urgencies(Collection<UUID> leadIds) {
        return jdbc
                .sql("""
                    SELECT DISTINCT lead_id, urgency FROM alert WHERE lead_id = ANY (?::uuid[]) AND awaits_answer
                        AND NOT withdrawn\
                    """)
                .param((Object) leadIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) ->
                        Map.entry(row.getObject("lead_id", UUID.class), Urgency.valueOf(row.getString("urgency"))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one.isAbove(other) ? one : other));
    }

    /** How urgent the alert was when this revision was first told of; empty if none like it was. */
    public Optional<Urgency> urgencyAt(UUID alertId, int revision) {
        return jdbc.sql("SELECT urgency FROM alert_change WHERE alert_id = ? AND revision = ? ORDER BY sequence LIMIT"
                        + " 1")
                .params(alertId, revision)
                .query((row, _) -> Urgency.valueOf(row.getString("urgency")))
                .optional();
    }

    /** What the reports are about, and what presses in the same cases; only within {@link Journal#write}. */
    public AlertBook about(List<Report> reports) {
        List<Alert> stored = jdbc.sql(ABOUT)
                .param("aeIds", texts(reports, Report::aeId))
                .param("patients", texts(reports, Report::patientKey))
                .param("terms", texts(reports, report -> report.term().code()))
                .query(AlertRow::read)
                .list();
        return new AlertBook(stored, new CaseNumbers(jdbc, reports.size()));
    }

    /** The revision up to which each of these has been dealt with. Once dealt with it stays so, under no lock at all. */
    public Map<UUID, Integer> revisionsOf(List<Report> reports) {
        return jdbc
                .sql("SELECT ae_id, revision FROM alert WHERE ae_id = ANY (?::uuid[])")
                .param((Object) texts(reports, Report::aeId))
                .query((row, _) -> Map.entry(row.getObject("ae_id", UUID.class), row.getInt("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] texts(List<Report> reports, Function<Report, Object> value) {
        return reports.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
