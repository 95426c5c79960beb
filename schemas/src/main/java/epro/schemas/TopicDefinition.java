package epro.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a topic is made of.
 *
 * @param retention null: for ever
 * @param schema null where the values are copied bytes, readable or not
 */
public record TopicDefinition(
        String name,
        int partitions,
        @Nullable Duration retention,
        boolean compacted,
        @Nullable Schema schema) {

    private static final short CLUSTER_REPLICAS = 3;
    private static final short SINGLE_REPLICA = 1;
    /** A dead letter is its original with the reason beside it: larger than the largest record of other topics. */
    private static final int DEAD_LETTER_BYTES_MAX = 2 * 1024 * 1024;

    public Optional<Schema> valueSchema() {
        return Optional.ofNullable(schema);
    }

    /**
     * On a cluster a record is safe on two of three brokers. A single broker has acknowledged what may still be in its page cache
     * only, so there it syncs each message of ours before it acknowledges.
     */
    NewTopic creation(boolean singleNode) {
        Map<String, String> config = new HashMap<>();
        if (compacted) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            config.put(TopicConfig.RETENTION_MS_CONFIG, retention == null ? "-1" : Long.toString(retention.toMillis()));
        }
        if (name.equals(Topics.SUBMISSIONS_DLT)) {
            config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_BYTES_MAX));
        }
        if (!singleNode) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        } else if (name.startsWith("epro.")) {
            config.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        return new NewTopic(name, partitions, singleNode ? SINGLE_REPLICA : CLUSTER_REPLICAS).configs(config);
    }
}
