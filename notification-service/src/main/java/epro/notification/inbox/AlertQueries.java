package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import epro.notification.journal.Alerts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the read side asks of the database. */
@Component
class AlertQueries {
    private final JdbcClient jdbc;
    private final Alerts stored;

    AlertQueries(JdbcClient jdbc, Alerts stored) {
        this.jdbc = jdbc;
        this.stored = stored;
    }

    AlertView view(Alert alert, Sight sight) {
        return views(List.of(alert), sight).getFirst();
    }

    /** A page of what the caller may see. */
    Page<AlertView> list(AlertFilter filter, Sight sight) {
        List<Alert> visible = new ArrayList<>();
        Cursor cursor = filter.cursor() == null ? null : Cursor.parse(filter.cursor());
        while (true) {
            List<Alert> rows =
                    new AlertSearch(filter, cursor).atSitesOf(sight.caller()).first(jdbc, filter.rows());
            for (Alert row : rows) {
                cursor = Cursor.behind(row.identity());
                if (sight.covers(row.identity())) {
                    visible.add(row);
                }
                if (visible.size() == filter.rows()) {
                    return new Page<>(views(visible, sight), cursor.text());
                }
            }
            if (rows.size() < filter.rows()) {
                return new Page<>(views(visible, sight), null);
            }
        }
    }

    private List<AlertView> views(List<Alert> alerts, Sight sight) {
        String[] ids = alerts.stream()
                .map(alert -> alert.identity().alertId().toString())
                .toArray(String[]::new);
        Map<UUID, List<AlertView.DeliveryView>> deliveries = byAlert(
                "SELECT * FROM delivery WHERE alert_id = ANY (?::uuid[]) ORDER BY created_at, channel, contact_id",
                ids,
                AlertQueries::delivery);
        Map<UUID, List<AlertView.Step>> timelines = byAlert(
                "SELECT * FROM alert_change WHERE alert_id = ANY (?::uuid[]) ORDER BY number", ids, AlertQueries::step);
        Map<UUID, Urgency> urgencies = stored.urgencies(
                alerts.stream().map(alert -> alert.identity().leadId()).collect(Collectors.toSet()));
        return alerts.stream()
                .map(alert -> AlertView.of(
                        alert,
                        urgencies.getOrDefault(
                                alert.identity().leadId(), alert.status().urgency()),
                        sight.showsPatients(),
                        deliveries.getOrDefault(alert.identity().alertId(), List.of()),
                        timelines.getOrDefault(alert.identity().alertId(), List.of())))
                .toList();
    }

    private <T> Map<UUID, List<T>> byAlert(String sql, String[] ids, RowReader<T> reader) {
        return jdbc
                .sql(sql)
                .param((Object) ids)
                .query((row, _) -> Map.entry(row.getObject("alert_id", UUID.class), reader.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static AlertView.DeliveryView delivery(ResultSet row) throws SQLException {
        return new AlertView.DeliveryView(
                row.getString("channel"),
                row.getString("recipient"),
                row.getString("contact_id"),
                row.getString("occasion"),
                row.getString("state"),
                row.getInt("attempts"),
                instant(row));
    }

    private static AlertView.Step step(ResultSet row) throws SQLException {
        return new AlertView.Step(instant(row), row.getString("actor"), row.getString("action"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
