package epro.notification.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The deliveries still to be made, as tasks in the database: they outlive every process, and one process takes each. */
@Component
class DeliveryQueue {
    static final String TASK = "delivery";

    private final SchedulerClient scheduler;

    DeliveryQueue(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Takes part in the transaction that is open. */
    void add(UUID deliveryId, Instant at) {
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(TASK, deliveryId.toString()), at);
    }
}
