package epro.notification.intake;

import static java.util.stream.Collectors.toMap;

import epro.keeper.Backlog;
import epro.schemas.Topics;
import epro.support.problem.StackOnly;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * How far the group has got, as its coordinator knows it. One that does not answer is what this looks out for: then what it
 * last said stands, and what has come since waits.
 */
@Component
class CommittedOffsets implements Backlog.Reached {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);

    private final Admin admin;
    private final String group;
    private @Nullable Map<Integer, Long> known;

    CommittedOffsets(@Lazy Admin admin, KafkaProperties kafka) {
        this.admin = admin;
        this.group = Objects.requireNonNull(kafka.getConsumer().getGroupId());
    }

    @Override
    public synchronized Map<Integer, Long> offsets() throws ExecutionException, InterruptedException {
        try {
            known = committed();
        } catch (ExecutionException silent) {
            if (known == null) {
                throw silent;
            }
            LOG.warn("The coordinator of {} does not say how far it has got: {}", group, StackOnly.of(silent));
        }
        return known;
    }

    private Map<Integer, Long> committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(next -> next.getKey().topic().equals(Topics.ADVERSE_EVENTS) && next.getValue() != null)
                .collect(toMap(
                        next -> next.getKey().partition(),
                        next -> next.getValue().offset()));
    }
}
