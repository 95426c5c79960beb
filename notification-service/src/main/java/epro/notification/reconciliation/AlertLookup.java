package epro.notification.reconciliation;

import epro.notification.alert.AlertState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which suspected adverse events have an alert, and how far each has come. */
@Component
class AlertLookup {
    private final JdbcClient jdbc;

    AlertLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the asked for that have an alert; the others are left out. */
    List<Item> find(List<UUID> aeIds) {
        return jdbc.sql("""
            SELECT ae_id, alert.alert_id, revision, alert.state, nullif(lead_id, alert.alert_id) AS joined_to, withdrawn,
                count(delivery_id) FILTER (WHERE delivery.state = 'DELIVERED') AS delivered,
                count(delivery_id) FILTER (WHERE delivery.state = 'PENDING') AS pending,
                count(delivery_id) FILTER (WHERE delivery.state = 'FAILED') AS failed,
                count(delivery_id) FILTER (WHERE delivery.state = 'NOT_NEEDED') AS not_needed
            FROM alert LEFT JOIN delivery ON delivery.alert_id = alert.alert_id
            WHERE ae_id = ANY (?::uuid[]) GROUP BY alert.alert_id ORDER BY ae_id\
            """)
                .param((Object) aeIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(AlertLookup::item)
                .list();
    }

    /** In the database's order of ids, from behind the given one. */
    List<UUID> aeIdsAfter(UUID after, int most) {
        return jdbc.sql("SELECT ae_id FROM alert WHERE ae_id > ? ORDER BY ae_id LIMIT ?")
                .params(after, most)
                .query((row, _) -> row.getObject("ae_id", UUID.class))
                .list();
    }

    /**
     * One suspected adverse event.
     *
     * @param reasonForNone why there is no delivery: WITHDRAWN; null if there is one, or no reason is known
     */
    record Item(
            UUID aeId,
            UUID alertId,
            int revision,
            AlertState state,
            @Nullable UUID joinedTo,
            Deliveries deliveries,
            @Nullable String reasonForNone) {}

    /** How many of its deliveries stand where. */
    record Deliveries(int delivered, int pending, int failed, int notNeeded) {
        boolean none() {
            return delivered + pending + failed + notNeeded == 0;
        }
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        Deliveries deliveries = new Deliveries(
                row.getInt("delivered"), row.getInt("pending"), row.getInt("failed"), row.getInt("not_needed"));
        return new Item(
                row.getObject("ae_id", UUID.class),
                row.getObject("alert_id", UUID.class),
                row.getInt("revision"),
                AlertState.valueOf(row.getString("state")),
                row.getObject("joined_to", UUID.class),
                deliveries,
                deliveries.none() && row.getBoolean("withdrawn") ? "WITHDRAWN" : null);
    }
}
