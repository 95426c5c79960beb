package epro.processing.pipeline;

import epro.keeper.Backlog;
import epro.keeper.IdleCommits;
import epro.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final double GROWTH = 2;

    @Bean
    Backlog backlog(@Lazy Admin admin, LanePositions lanes, InstantSource clock, MeterRegistry meters) {
        return new Backlog(admin, Topics.SUBMISSIONS, lanes, clock, meters);
    }

    /** Waits without end, the container paused and in its group; no error is fatal, nothing is ever given up. */
    @Bean
    CommonErrorHandler errorHandler() {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), GROWTH);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        var handler = new DefaultErrorHandler(
                (record, error) -> {
                    throw new IllegalStateException("no record is ever given up", error);
                },
                pauses);
        handler.setClassifications(Map.of(), true);
        // What a listener has not acknowledged itself, as it does not where it found a gap, isn't for the container to
        // commit.
        handler.setAckAfterHandle(false);
        return handler;
    }

    @Bean
    IdleCommits idleCommits() {
        return new IdleCommits();
    }

    /** No commit at an assignment: it would ask the broker for the position, and hold a stop until that is answered. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> onePartitionABatch() {
        return container -> {
            container.getContainerProperties().setSubBatchPerPartition(true);
            container.getContainerProperties().setAssignmentCommitOption(AssignmentCommitOption.NEVER);
            container.getContainerProperties().setListenerTaskExecutor(new SimpleAsyncTaskExecutor("consumer-"));
            IdleCommits.in(container.getContainerProperties());
        };
    }
}
