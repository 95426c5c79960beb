package epro.notification.journal;

import epro.notification.alert.Alert;
import epro.notification.alert.Report;
import epro.notification.alert.Urgency;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The alerts as they stand. Only within {@link Journal#write} do they still stand so when something is written. */
@Component
public class Alerts {
    private static final String ONE_CASE_OF_THE_SAME = """
            SELECT lead.* FROM alert pressing JOIN alert lead ON lead.alert_id = pressing.lead_id
            WHERE pressing.patient_key = ? AND pressing.term_code = ? AND pressing.term_system = ?
                AND pressing.study_id = ? AND pressing.site_id = ? AND NOT pressing.withdrawn
                AND (pressing.state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR pressing.raised)
            ORDER BY lead.created_at, lead.alert_id LIMIT 1""";

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

    /** All alerts of a case, its lead first. */
    public List<Alert> ofCase(UUID leadId) {
        return jdbc.sql("SELECT * FROM alert WHERE lead_id = ? ORDER BY created_at, alert_id <> lead_id, alert_id")
                .param(leadId)
                .query(AlertRow::read)
                .list();
    }

    /** The lead of the oldest case of the same patient, site and symptom to which people are still being called. */
    public Optional<Alert> leadOfPressingCase(Report report) {
        return jdbc.sql(ONE_CASE_OF_THE_SAME)
                .params(
                        report.patientKey(),
                        report.term().code(),
                        report.term().system(),
                        report.studyId(),
                        report.siteId())
                .query(AlertRow::read)
                .optional();
    }

    /** Whether people are being called to another alert of its case that is as urgent, or more. */
    public boolean callElsewhereInItsCase(Alert alert) {
        String[] asUrgent = Stream.of(Urgency.values())
                .filter(urgency -> !alert.status().urgency().isAbove(urgency))
                .map(Urgency::name)
                .toArray(String[]::new);
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM alert WHERE lead_id = ? AND alert_id <> ? AND NOT withdrawn
                            AND (state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised) AND urgency = ANY (?))""")
                .params(alert.identity().leadId(), alert.identity().alertId(), asUrgent)
                .query(Boolean.class)
                .single();
    }

    /** Whether this revision, or a later one, has been dealt with. Once true it stays true, under no lock at all. */
    public boolean knows(Report report) {
        return jdbc.sql("SELECT count(*) FROM alert WHERE ae_id = ? AND revision >= ?")
                        .params(report.aeId(), report.revision())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A number that no case has had; a transaction that rolls back leaves a hole. */
    public String nextCaseNumber(Instant now) {
        long next = jdbc.sql("SELECT nextval('case_number')").query(Long.class).single();
        return String.format(
                Locale.ROOT, "C-%d-%06d", now.atOffset(ZoneOffset.UTC).getYear(), next);
    }
}
