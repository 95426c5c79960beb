package epro.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeliveryTable {
    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false if it stands there already. */
    boolean add(Delivery delivery) {
        return jdbc.sql("""
                        INSERT INTO delivery (delivery_id, alert_id, channel, contact_id, occasion, recipient, language, address,
                            state, attempts, created_at, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
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
                                delivery.createdAt().atOffset(ZoneOffset.UTC),
                                delivery.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Delivery> find(UUID deliveryId) {
        return jdbc.sql("SELECT * FROM delivery WHERE delivery_id = ?")
                .param(deliveryId)
                .query(DeliveryTable::delivery)
                .optional();
    }

    /** Adds the attempt that follows the last one. */
    void attempted(Delivery before, DeliveryState state, @Nullable String error, Instant at) {
        jdbc.sql(
                        "INSERT INTO delivery_attempt (delivery_id, number, at, outcome, error) VALUES (:id, :number, :at, :outcome, :error)")
                .param("id", before.deliveryId())
                .param("number", before.attempts() + 1)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("outcome", state == DeliveryState.PENDING ? "RETRY" : state.name())
                .param("error", error)
                .update();
        jdbc.sql("UPDATE delivery SET state = ?, attempts = ?, at = ? WHERE delivery_id = ?")
                .params(state.name(), before.attempts() + 1, at.atOffset(ZoneOffset.UTC), before.deliveryId())
                .update();
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
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
