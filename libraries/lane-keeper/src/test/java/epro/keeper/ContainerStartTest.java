package epro.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

class ContainerStartTest {
    private static final Map<String, Object> NOWHERE = Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere.invalid:9092", ConsumerConfig.GROUP_ID_CONFIG, "any");

    @Test
    void leavesAContainerStoppedWhoseConsumersCanNotBeMade() {
        var properties = new ContainerProperties("topic");
        properties.setMessageListener((MessageListener<byte[], byte[]>) _ -> {});
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(NOWHERE, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> ContainerStart.start(container));
            assertThat(container.isRunning()).isFalse();
        }
    }
}
