package epro.notification.stream;

import epro.notification.alert.AlertAction;
import epro.notification.alert.AlertState;
import epro.notification.alert.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads changes in the order of their numbers, which is the order in which they became visible. */
@Component
class ChangeTable {
    private final JdbcClient jdbc;

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long newest() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM alert_change")
                .query(Long.class)
                .single();
    }

    List<StreamedChange> after(long number, int most) {
        return jdbc.sql("""
                        SELECT change.number, change.at, change.actor, change.action, change.state, change.urgency, change.revision,
                            alert_id, nullif(lead_id, alert_id) AS joined_to, case_number, ae_id, study_id, site_id
                        FROM alert_change change JOIN alert USING (alert_id)
                        WHERE change.number > ? ORDER BY change.number LIMIT ?""").params(number, most).query(ChangeTable::change).list();
    }

    private static StreamedChange change(ResultSet row, int place) throws SQLException {
        return new StreamedChange(
                row.getLong("number"),
                row.getObject("alert_id", UUID.class),
                row.getObject("joined_to", UUID.class),
                row.getString("case_number"),
                row.getObject("ae_id", UUID.class),
                row.getInt("revision"),
                row.getString("study_id"),
                row.getString("site_id"),
                AlertState.valueOf(row.getString("state")),
                Urgency.valueOf(row.getString("urgency")),
                AlertAction.valueOf(row.getString("action")),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
