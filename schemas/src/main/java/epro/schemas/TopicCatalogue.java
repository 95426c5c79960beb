package epro.schemas;

import epro.schemas.event.AlertChanged;
import epro.schemas.event.AuditCheckpoint;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.SuspectedAdverseEvent;
import epro.schemas.event.TrialStatusChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** All topics, and how each is made. */
public final class TopicCatalogue {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int TRIAL_PARTITIONS = 4;

    private TopicCatalogue() {}

    /**
     * Every topic there is.
     *
     * @param partitions of each topic keyed by patient
     */
    public static List<TopicDefinition> all(int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, was " + partitions);
        }
        return List.of(
                kept(Topics.SUBMISSIONS, partitions, SubmissionReceived.getClassSchema()),
                kept(Topics.SUBMISSIONS_DLT, partitions, null),
                aYear(Topics.OUTCOMES, partitions, SubmissionOutcome.getClassSchema()),
                aYear(Topics.ADVERSE_EVENTS, partitions, SuspectedAdverseEvent.getClassSchema()),
                aYear(Topics.ALERTS, partitions, AlertChanged.getClassSchema()),
                kept(Topics.AUDIT_CHECKPOINTS, 1, AuditCheckpoint.getClassSchema()),
                new TopicDefinition(
                        Topics.TRIAL_STATUS_CHANGES, TRIAL_PARTITIONS, null, true, TrialStatusChange.getClassSchema()));
    }

    /**
     * Creates what is missing and leaves alone what is there. Returns once all topics exist.
     *
     * @throws KafkaException if a topic could neither be created nor is there
     */
    public static void createMissing(Admin admin, int partitions, boolean singleNode) {
        admin.createTopics(all(partitions).stream()
                        .map(topic -> topic.creation(singleNode))
                        .toList())
                .values()
                .forEach(TopicCatalogue::await);
    }

    private static void await(String topic, KafkaFuture<Void> creation) {
        try {
            creation.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topic " + topic + " could not be created", e.getCause());
            }
        }
    }

    private static TopicDefinition kept(String name, int partitions, @Nullable Schema schema) {
        return new TopicDefinition(name, partitions, null, false, schema);
    }

    private static TopicDefinition aYear(String name, int partitions, Schema schema) {
        return new TopicDefinition(name, partitions, YEAR, false, schema);
    }
}
