package epro.processing.pipeline;

import static java.util.stream.Collectors.toMap;

import epro.schemas.Topics;
import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What stands in the log and no lane has reached, counted without the consumers: all of them may run and none be given anything, as
 * where the group's coordinator is broken. It stands still once anything waits and no lane, of any replica, has moved for a minute.
 */
@Component
class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration TOO_LONG = Duration.ofMinutes(1);
    private static final long ANSWERED_WITHIN_SECONDS = 10;

    private final Admin admin;
    private final TopicIds ids;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile Count seen = new Count(0, -1);
    private volatile Instant movedAt;

    Backlog(Admin admin, TopicIds ids, JdbcClient jdbc, InstantSource clock, MeterRegistry registry) {
        this.admin = admin;
        this.ids = ids;
        this.jdbc = jdbc;
        this.clock = clock;
        this.movedAt = clock.instant();
        Gauge.builder("epro.processing.records.waiting", () -> seen.waiting())
                .description("Records in the log that no lane has reached, of all replicas")
                .register(registry);
    }

    /**
     * How far it has got.
     *
     * @param waiting records that no lane has reached
     * @param reached where all lanes stand, added up
     */
    record Count(long waiting, long reached) {}

    @Scheduled(fixedDelayString = "${epro.processing.backlog-interval:15s}")
    void look() throws InterruptedException {
        try {
            note(count());
        } catch (RuntimeException | ExecutionException | TimeoutException failure) {
            LOG.warn("What waits in the log is counted again in a moment: {}", StackOnly.of(failure));
        }
    }

    void note(Count now) {
        boolean nothingWaited = now.waiting() == 0 || seen.waiting() == 0;
        if (nothingWaited || now.reached() != seen.reached()) {
            movedAt = clock.instant();
        }
        seen = now;
        if (standsStill()) {
            LOG.warn(
                    "{} records of {} wait and no lane has moved since {}: if the consumers run, look at the group's coordinator",
                    now.waiting(),
                    Topics.SUBMISSIONS,
                    movedAt);
        }
    }

    boolean standsStill() {
        return seen.waiting() > 0 && movedAt.isBefore(clock.instant().minus(TOO_LONG));
    }

    private Count count() throws ExecutionException, InterruptedException, TimeoutException {
        Map<Integer, Long> lanes = lanes(ids.idOf(Topics.SUBMISSIONS).toString());
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        long waiting = 0;
        long reached = 0;
        for (Map.Entry<TopicPartition, Long> end :
                offsets(partitions, OffsetSpec.latest()).entrySet()) {
            long beginning = first.getOrDefault(end.getKey(), 0L);
            long next = Math.max(beginning, lanes.getOrDefault(end.getKey().partition(), 0L));
            waiting += Math.max(0, end.getValue() - next);
            reached += next;
        }
        return new Count(waiting, reached);
    }

    private Map<Integer, Long> lanes(String topicId) {
        Map<Integer, Long> lanes = new HashMap<>();
        jdbc.sql("SELECT partition, next_offset FROM lane WHERE topic_id = ?")
                .param(topicId)
                .query(row -> {
                    lanes.put(row.getInt(1), row.getLong(2));
                });
        return lanes;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .describeTopics(List.of(Topics.SUBMISSIONS))
                .allTopicNames()
                .get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(partition -> new TopicPartition(Topics.SUBMISSIONS, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .listOffsets(partitions.stream().collect(toMap(partition -> partition, _ -> which)))
                .all()
                .get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
