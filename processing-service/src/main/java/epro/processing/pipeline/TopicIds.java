package epro.processing.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Kafka's own ids of topics. A topic made anew under the same name has another id, and so its lanes start from zero. Kept
 * until partitions are assigned anew.
 */
@Component
class TopicIds {
    private static final long ANSWERED_WITHIN_SECONDS = 10;

    private final Admin admin;
    private final Map<String, Uuid> ids = new ConcurrentHashMap<>();

    TopicIds(@Lazy Admin admin) {
        this.admin = admin;
    }

    Uuid idOf(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        Uuid known = ids.get(topic);
        if (known != null) {
            return known;
        }
        var answer = Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).topicNameValues().get(topic),
                "an answer for every topic asked for");
        Uuid asked = answer.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS).topicId();
        ids.put(topic, asked);
        return asked;
    }

    void forget() {
        ids.clear();
    }
}
