package epro.schemas;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class PartitionRaiseTest {

    private static final int PARTITIONS = 4;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksAgainABrokerThatHasNotHeardOfTheTopicsYet() throws InterruptedException {
        PartitionRaise raise = new PartitionRaise(brokers(3, new UnknownTopicOrPartitionException()));

        assertThat(raise.partitions()).hasSize(5).containsEntry(Topics.SUBMISSIONS, PARTITIONS);
        assertThat(asked).hasValue(4);
    }

    @Test
    void doesNotAskAgainWhereItIsRefused() {
        PartitionRaise raise = new PartitionRaise(brokers(1, new TopicAuthorizationException("no")));

        assertThatThrownBy(raise::partitions).isInstanceOf(KafkaException.class).hasRootCauseMessage("no");
        assertThat(asked).hasValue(1);
    }

    /** Brokers that describe every topic with four partitions, after so many failures. */
    private Admin brokers(int failures, Exception failure) {
        return (Admin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Admin.class}, (_, called, arguments) -> {
                    assertThat(called.getName()).isEqualTo("describeTopics");
                    boolean fails = asked.incrementAndGet() <= failures;
                    return ((Collection<?>) arguments[0])
                            .stream()
                                    .map(String::valueOf)
                                    .collect(collectingAndThen(
                                            toMap(topic -> topic, topic -> fails ? failed(failure) : described(topic)),
                                            Described::new));
                });
    }

    private static KafkaFuture<TopicDescription> failed(Exception failure) {
        KafkaFutureImpl<TopicDescription> answer = new KafkaFutureImpl<>();
        answer.completeExceptionally(failure);
        return answer;
    }

    private static KafkaFuture<TopicDescription> described(String topic) {
        List<TopicPartitionInfo> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartitionInfo(partition, null, List.of(), List.of()))
                .toList();
        return KafkaFuture.completedFuture(new TopicDescription(topic, false, partitions));
    }

    private static final class Described extends DescribeTopicsResult {
        Described(Map<String, KafkaFuture<TopicDescription>> answers) {
            super(null, answers);
        }
    }
}
