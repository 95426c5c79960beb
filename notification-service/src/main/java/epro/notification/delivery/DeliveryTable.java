package epro.notification.delivery;

import epro.notification.alert.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeliveryTable {
    private static final String ADD = """
        INSERT INTO delivery (delivery_id, alert_id, channel, contact_id, occasion, recipient, language, address,
            state, attempts, urgency, created_at, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String ADD_ATTEMPT =
            "INSERT INTO delivery_attempt (delivery_id, number, at, outcome) VALUES (?, ?, ?, ?)";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    DeliveryTable(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** Adds these, with an attempt for each that has had one. */
    void add(List<Delivery> deliveries) {
        batches.batchUpdate(ADD, deliveries.stream().map(DeliveryTable::row).toList());
        List<Object[]> attempts = deliveries.stream()
                .filter(delivery -> delivery.attempts() > 0)
                .map(DeliveryTable::attempt)
                .toList();
        if (!attempts.isEmpty()) {
            batches.batchUpdate(ADD_ATTEMPT, attempts);
        }
    }

    /** The ids of the deliveries that there are of one alert for one occasion. */
    Set<UUID> idsOf(UUID alertId, String occasion) {
        return Set.copyOf(jdbc.sql("SELECT delivery_id FROM delivery WHERE alert_id = ? AND occasion = ?")
                .params(alertId, occasion)
                .query((row, _) -> row.getObject("delivery_id", UUID.class))
                .list());
    }

    Optional<Delivery> find(UUID deliveryId) {
        return jdbc.sql("SELECT * FROM delivery WHERE delivery_id = ?")
                .param(deliveryId)
                .query(DeliveryTable::delivery)
                .optional();
    }

    /** Adds the attempt that follows the last one. */
    void attempted(Delivery before, DeliveryState state, @Nullable String error, Instant at) {
        Delivery now = before.in(state, before.attempts() + 1);
        jdbc.sql("INSERT INTO delivery_attempt (delivery_id, number, at, outcome, error) VALUES (?, ?, ?, ?, ?)")
                .params(now.deliveryId(), now.attempts(), at.atOffset(ZoneOffset.UTC))
                .param(state == DeliveryState.PENDING ? "RETRY" : state.name())
                .param(error)
                .update();
        jdbc.sql("UPDATE delivery SET state = ?, attempts = ?, at = ? WHERE delivery_id = ?")
                .params(state.name(), now.attempts(), at.atOffset(ZoneOffset.UTC), before.deliveryId())
                .update();
    }

    /** Ends it without an attempt. */
    void notNeeded(UUID deliveryId, String reason, Instant at) {
        jdbc.sql("UPDATE delivery SET state = ?, reason = ?, at = ? WHERE delivery_id = ?")
                .params(DeliveryState.NOT_NEEDED.name(), reason, at.atOffset(ZoneOffset.UTC), deliveryId)
                .update();
    }

    private static Object[] row(Delivery delivery) {
        OffsetDateTime created = delivery.createdAt().atOffset(ZoneOffset.UTC);
        return new Object[] {
            delivery.deliveryId(),
            delivery.alertId(),
            delivery.channel(),
            delivery.contactId(),
            delivery.occasion(),
            delivery.recipient(),
            delivery.language(),
            delivery.address(),
            delivery.state().name(),
            delivery.attempts(),
            delivery.urgency().name(),
            created,
            created
        };
    }

    private static Object[] attempt(Delivery delivery) {
        return new Object[] {
            delivery.deliveryId(),
            delivery.attempts(),
            delivery.createdAt().atOffset(ZoneOffset.UTC),
            delivery.state().name()
        };
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                row.getObject("alert_id", UUID.class),
                row.getString("channel"),
                row.getString("contact_id"),
                row.getString("occasion"),
                row.getString("recipient"),
                row.getString("language"),
                row.getString("address"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
