package epro.notification.delivery;

import epro.notification.alert.Alert;
import epro.notification.alert.AlertAction;
import epro.notification.alert.AlertState;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Writes down what came of an attempt; when a delivery is given up or overdue, the next contact is told in the same transaction. */
@Component
class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private static final String ACKNOWLEDGED = "acknowledged";

    private final DeliveryTable table;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final RetryPolicy policy;
    private final DeliveryMeters meters;

    Settlement(DeliveryTable table, Alerts alerts, Deliveries deliveries, RetryPolicy policy, DeliveryMeters meters) {
        this.table = table;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.policy = policy;
        this.meters = meters;
    }

    /** When to try again; empty if the delivery has come to its end. */
    Optional<Instant> settle(Changes changes, Delivery delivery, Channel.Outcome outcome) {
        return switch (outcome) {
            case Channel.Outcome.Delivered() -> arrived(changes, delivery);
            case Channel.Outcome.Retry(String error) -> waiting(changes, delivery, error);
            case Channel.Outcome.GivenUp(String error) -> givenUp(changes, delivery, error);
        };
    }

    /**
     * A person has taken on the alert before this was sent, so that nobody has to be called any more. That is written down, with
     * the reason; should the alert have become more urgent meanwhile, it is sent after all.
     */
    Optional<Instant> notNeeded(Changes changes, Delivery delivery) {
        Alert alert = alerts.find(delivery.alertId()).orElseThrow();
        if (alert.awaitsAnswer()) {
            return Optional.of(changes.now());
        }
        table.notNeeded(delivery.deliveryId(), ACKNOWLEDGED, changes.now());
        Map<String, String> detail = new HashMap<>(detail(delivery));
        detail.put("reason", ACKNOWLEDGED);
        alert.remark(AlertAction.DELIVERY_NOT_NEEDED, changes.now(), detail);
        changes.save(alert);
        changes.afterCommit(() -> meters.settled(delivery.channel(), DeliveryState.NOT_NEEDED));
        return Optional.empty();
    }

    /** What is overdue goes on being tried, and with each attempt one more contact is told of the alert by the same channel. */
    private Optional<Instant> waiting(Changes changes, Delivery delivery, String error) {
        table.attempted(delivery, DeliveryState.PENDING, error, changes.now());
        boolean overdue = policy.isOverdue(delivery.createdAt(), changes.now());
        if (overdue) {
            deliveries.tellInstead(changes, alerts.find(delivery.alertId()).orElseThrow(), delivery);
        }
        changes.afterCommit(() -> LOG.atLevel(overdue ? Level.ERROR : Level.WARN)
                .log(
                        "Delivery {} by {} waits and is tried again: {}",
                        delivery.deliveryId(),
                        delivery.channel(),
                        error));
        return Optional.of(policy.next(delivery.attempts() + 1, delivery.createdAt(), changes.now()));
    }

    private Optional<Instant> arrived(Changes changes, Delivery delivery) {
        Alert alert = end(changes, delivery, DeliveryState.DELIVERED, Optional.empty());
        alert.remark(AlertAction.DELIVERED, changes.now(), detail(delivery));
        if (alert.status().state() == AlertState.DETECTED) {
            alert.notified(changes.now());
        }
        changes.save(alert);
        return Optional.empty();
    }

    private Optional<Instant> givenUp(Changes changes, Delivery delivery, String error) {
        Alert alert = end(changes, delivery, DeliveryState.FAILED, Optional.of(error));
        alert.remark(AlertAction.DELIVERY_FAILED, changes.now(), detail(delivery));
        deliveries.tellInstead(changes, alert, delivery);
        changes.save(alert);
        changes.afterCommit(() -> LOG.error(
                "Delivery {} by {} was given up: {}; mend the address of contact {}",
                delivery.deliveryId(),
                delivery.channel(),
                error,
                delivery.contactId()));
        return Optional.empty();
    }

    private Alert end(Changes changes, Delivery delivery, DeliveryState state, Optional<String> error) {
        table.attempted(delivery, state, error.orElse(null), changes.now());
        changes.afterCommit(() -> meters.settled(delivery.channel(), state));
        return alerts.find(delivery.alertId()).orElseThrow();
    }

    private static Map<String, String> detail(Delivery delivery) {
        return Map.of(
                "deliveryId", delivery.deliveryId().toString(),
                "channel", delivery.channel(),
                "contactId", delivery.contactId(),
                "occasion", delivery.occasion());
    }
}
