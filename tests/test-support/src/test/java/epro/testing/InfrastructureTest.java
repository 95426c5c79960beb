package epro.testing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.Topics;
import epro.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@WithInfrastructure
class InfrastructureTest {

    private final LocalStack stack;

    InfrastructureTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void isSharedByAllTestsOfThisJvm() {
        assertThat(Infrastructure.get()).isSameAs(stack);
    }

    @Test
    void readsWholeTopicsByteForByte() throws ExecutionException, InterruptedException {
        List<String> sent = IntStream.range(0, 40).mapToObj(i -> "value " + i).toList();
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka());
        StringSerializer text = new StringSerializer();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(config, text, text)) {
            for (String value : sent) {
                producer.send(new ProducerRecord<>(Topics.TRIAL_STATUS_CHANGES, value, value))
                        .get();
            }
        }

        assertThat(new TopicReader(stack.kafka()).read(Topics.TRIAL_STATUS_CHANGES))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrderElementsOf(sent);
    }
}
