package epro.processing.pipeline;

import epro.keeper.Backlog;
import epro.keeper.ContainerStart;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.codec.RegistryUnavailable;
import epro.schemas.event.AuditCheckpoint;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.SuspectedAdverseEvent;
import epro.support.problem.StackOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts consuming once the schemas to write are registered; until then, and whenever a container does not run or a
 * partition waits too long, or records wait and nobody takes any, the pipeline is not healthy.
 */
@Component("pipeline")
class PipelineStart implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineStart.class);

    private final KafkaListenerEndpointRegistry listeners;
    private final RecordCodec codec;
    private final WaitingPartitions waiting;
    private final Backlog backlog;
    private volatile boolean started;

    PipelineStart(
            KafkaListenerEndpointRegistry listeners, RecordCodec codec, WaitingPartitions waiting, Backlog backlog) {
        this.listeners = listeners;
        this.codec = codec;
        this.waiting = waiting;
        this.backlog = backlog;
    }

    @Scheduled(fixedDelayString = "${epro.processing.start-interval:500ms}")
    synchronized void startOnce() {
        if (started) {
            return;
        }
        try {
            codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
            codec.prepare(Topics.OUTCOMES, SubmissionOutcome.getClassSchema());
            codec.prepare(Topics.ADVERSE_EVENTS, SuspectedAdverseEvent.getClassSchema());
            codec.prepare(Topics.AUDIT_CHECKPOINTS, AuditCheckpoint.getClassSchema());
        } catch (RegistryUnavailable away) {
            LOG.warn("Nothing is consumed yet, the registry is asked again in a moment: {}", away.getMessage());
            return;
        }
        try {
            ContainerStart.start(container());
        } catch (RuntimeException unreachable) {
            LOG.warn("Nothing is consumed yet, Kafka is looked for again in a moment: {}", StackOnly.of(unreachable));
            return;
        }
        started = true;
        LOG.info("Consuming {}", Topics.SUBMISSIONS);
    }

    @Override
    public Health health() {
        MessageListenerContainer container = container();
        boolean runs = started && container.isRunning() && container.isInExpectedState();
        boolean moves = !waiting.tooLong() && !backlog.standsStill();
        return (runs && moves ? Health.up() : Health.down()).build();
    }

    private MessageListenerContainer container() {
        MessageListenerContainer container = listeners.getListenerContainer(SubmissionListener.ID);
        if (container == null) {
            throw new IllegalStateException("no listener " + SubmissionListener.ID);
        }
        return container;
    }
}
