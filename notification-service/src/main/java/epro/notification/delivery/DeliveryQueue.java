package epro.notification.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import epro.notification.alert.Urgency;
import java.time.Instant;
import java.util.List;
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

    /** Takes part in the transaction that is open. What is more urgent is taken before all else that is due. */
    void add(List<Due> due) {
        if (!due.isEmpty()) {
            scheduler.scheduleBatch(due.stream()
                    .<SchedulableInstance<?>>map(DeliveryQueue::task)
                    .toList());
        }
    }

    private static SchedulableInstance<Void> task(Due due) {
        return new TaskInstance.Builder<Void>(TASK, due.deliveryId().toString())
                .priority(priority(due.urgency()))
                .scheduledTo(due.at());
    }

    private static int priority(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> Priority.HIGH;
            case URGENT -> Priority.MEDIUM;
            case ROUTINE -> Priority.LOW;
        };
    }

    /** A delivery that is to be made. */
    record Due(UUID deliveryId, Urgency urgency, Instant at) {}
}
