package epro.notification.journal;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertIdentity;
import epro.notification.alert.AlertState;
import epro.notification.alert.AlertStatus;
import epro.notification.alert.Term;
import epro.notification.alert.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads alerts from rows that have all columns of their table. */
public final class AlertRow {

    private AlertRow() {}

    public static Alert read(ResultSet row, int number) throws SQLException {
        return Alert.stored(identity(row), status(row));
    }

    private static AlertIdentity identity(ResultSet row) throws SQLException {
        return new AlertIdentity(
                row.getObject("alert_id", UUID.class),
                row.getObject("ae_id", UUID.class),
                row.getString("case_number"),
                row.getObject("lead_id", UUID.class),
                row.getObject("patient_key", UUID.class),
                row.getObject("submission_key", UUID.class),
                row.getString("study_id"),
                row.getString("site_id"),
                row.getString("patient_id"),
                new Term(row.getString("term_system"), row.getString("term_code"), row.getString("term_display")),
                Objects.requireNonNull(instant(row, "detected_at")),
                Objects.requireNonNull(instant(row, "created_at")));
    }

    private static AlertStatus status(ResultSet row) throws SQLException {
        return new AlertStatus(
                AlertState.valueOf(row.getString("state")),
                row.getInt("revision"),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("grade", Integer.class),
                row.getObject("grade_at_least", Integer.class),
                EvidenceJson.read(row.getString("evidence")),
                row.getBoolean("withdrawn"),
                row.getBoolean("raised"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                row.getInt("changes"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
