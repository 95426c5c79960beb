package epro.notification.delivery;

import epro.notification.journal.Part;
import java.util.ArrayList;
import java.util.List;

/** The deliveries that one transaction makes, with their attempts and tasks. */
final class NewDeliveries implements Part {
    private final DeliveryTable table;
    private final DeliveryQueue queue;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<DeliveryQueue.Due> tasks = new ArrayList<>();

    NewDeliveries(DeliveryTable table, DeliveryQueue queue) {
        this.table = table;
        this.queue = queue;
    }

    /** One that has arrived with its first attempt. */
    void arrived(Delivery delivery) {
        deliveries.add(delivery.in(DeliveryState.DELIVERED, 1));
    }

    /** One that is still to be made. */
    void due(Delivery delivery) {
        deliveries.add(delivery);
        tasks.add(new DeliveryQueue.Due(delivery.deliveryId(), delivery.urgency(), delivery.createdAt()));
    }

    @Override
    public void write() {
        table.add(deliveries);
        queue.add(tasks);
    }
}
