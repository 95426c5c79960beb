package epro.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries and timelines of alerts, of each the latest only: what escalates for weeks has thousands. */
@Component
class Histories {
    private static final String DELIVERIES = """
        SELECT latest.* FROM unnest(?::uuid[]) AS asked (id) CROSS JOIN LATERAL (
            SELECT * FROM delivery WHERE alert_id = asked.id
            ORDER BY created_at DESC, channel DESC, contact_id DESC LIMIT ?) AS latest
        ORDER BY created_at, channel, contact_id\
        """;
    private static final String STEPS = """
        SELECT latest.* FROM unnest(?::uuid[]) AS asked (id) CROSS JOIN LATERAL (
            SELECT * FROM alert_change WHERE alert_id = asked.id ORDER BY sequence DESC LIMIT ?) AS latest
        ORDER BY number\
        """;

    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each alert at most so many deliveries and steps. */
    Map<UUID, AlertView.History> of(Collection<UUID> alertIds, int most) {
        var deliveries = byAlert(DELIVERIES, alertIds, most + 1, Histories::delivery);
        var steps = byAlert(STEPS, alertIds, most + 1, Histories::step);
        Map<UUID, AlertView.History> histories = new LinkedHashMap<>();
        for (UUID alertId : alertIds) {
            List<AlertView.DeliveryView> told = deliveries.getOrDefault(alertId, List.of());
            List<AlertView.Step> happened = steps.getOrDefault(alertId, List.of());
            boolean isCut = told.size() > most || happened.size() > most;
            histories.put(alertId, new AlertView.History(last(told, most), last(happened, most), isCut));
        }
        return histories;
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private <T> Map<UUID, List<T>> byAlert(String sql, Collection<UUID> ids, int most, RowReader<T> reader) {
        return jdbc
                .sql(sql)
                .param((Object) ids.stream().map(UUID::toString).toArray(String[]::new))
                .param(most)
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
                instant(row),
                row.getString("reason"));
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
