package epro.notification.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final int DOUBLINGS_MAX = 5;

    @Bean
    RetryPolicy retryPolicy() {
        return new RetryPolicy(RandomGenerator.getDefault());
    }

    /** If an attempt can't even be written down, or its process dies, it is made again. */
    @Bean
    Task<Void> deliveryTask(ObjectProvider<DeliveryRun> runs) {
        return Tasks.custom(DeliveryQueue.TASK, Void.class)
                .onFailure((done, operations) -> operations.reschedule(
                        done, done.getTimeDone().plus(pauseAfter(done.getExecution().consecutiveFailures))))
                .onDeadExecutionRevive()
                .execute((instance, _) -> then(attempt(runs.getObject(), UUID.fromString(instance.getId()))));
    }

    /** The scheduler interrupts when it stops; the delivery is then taken up by whoever finds its execution dead. */
    private static Optional<Instant> attempt(DeliveryRun run, UUID deliveryId) {
        try {
            return run.attempt(deliveryId);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopping");
        }
    }

    private static Duration pauseAfter(int failures) {
        return AFTER_A_FAILURE.multipliedBy(1L << Math.clamp(failures, 0, DOUBLINGS_MAX));
    }

    private static CompletionHandler<Void> then(Optional<Instant> again) {
        return (done, operations) -> again.ifPresentOrElse(at -> operations.reschedule(done, at), operations::stop);
    }
}
