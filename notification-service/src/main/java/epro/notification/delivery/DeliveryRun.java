package epro.notification.delivery;

import epro.notification.alert.Alert;
import epro.notification.journal.Alerts;
import epro.notification.journal.Changes;
import epro.notification.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * One attempt of a delivery outside of the inbox, unless somebody has acknowledged the alert meanwhile: first the channel is asked, outside of any transaction, then what came of it
 * is written down, however long the database takes to let it. A crash between the two repeats the message, under the same id;
 * none is ever left out.
 */
@Component
class DeliveryRun {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    private final DeliveryTable table;
    private final Alerts alerts;
    private final Journal journal;
    private final Deliveries deliveries;
    private final Settlement settlement;

    DeliveryRun(DeliveryTable table, Alerts alerts, Journal journal, Deliveries deliveries, Settlement settlement) {
        this.table = table;
        this.alerts = alerts;
        this.journal = journal;
        this.deliveries = deliveries;
        this.settlement = settlement;
    }

    /** When to try again; empty when the delivery has come to its end. */
    Optional<Instant> attempt(UUID deliveryId) throws InterruptedException {
        Optional<Delivery> pending = pending(deliveryId);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        Alert alert = alerts.find(pending.get().alertId()).orElseThrow();
        if (!alert.awaitsAnswer()) {
            return writtenDown(deliveryId, settlement::notNeeded);
        }
        Channel.Outcome outcome = ask(pending.get(), alert);
        return writtenDown(deliveryId, (changes, delivery) -> settlement.settle(changes, delivery, outcome));
    }

    /** What was sent is never sent again only because the database was away when that was to be written down. */
    private Optional<Instant> writtenDown(UUID deliveryId, BiFunction<Changes, Delivery, Optional<Instant>> settled)
            throws InterruptedException {
        while (true) {
            try {
                return journal.write(
                        changes -> pending(deliveryId).flatMap(delivery -> settled.apply(changes, delivery)));
            } catch (DataAccessException | TransactionException refused) {
                LOG.warn(
                        "What came of delivery {} is written down later, the database refused: {}",
                        deliveryId,
                        refused.getClass().getSimpleName());
                Thread.sleep(AFTER_REFUSAL);
            }
        }
    }

    private Optional<Delivery> pending(UUID deliveryId) {
        return table.find(deliveryId).filter(delivery -> delivery.state() == DeliveryState.PENDING);
    }

    private Channel.Outcome ask(Delivery delivery, Alert alert) {
        Optional<Channel> channel = deliveries.channel(delivery.channel());
        if (channel.isEmpty()) {
            return new Channel.Outcome.Retry("ChannelIsOff");
        }
        try {
            return channel.get().deliver(delivery.notice(alert));
        } catch (RuntimeException unexpected) {
            return new Channel.Outcome.Retry(unexpected.getClass().getSimpleName());
        }
    }
}
