package epro.keeper;

import epro.lane.EventSender;
import epro.lane.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends outbox events through the one idempotent producer; a send completes with the broker's acknowledgement. */
final class KafkaEventSender implements EventSender {
    private final KafkaTemplate<byte[], byte[]> kafka;

    KafkaEventSender(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public CompletionStage<?> send(OutboxEvent event) {
        var sent = new ProducerRecord<byte[], byte[]>(event.topic(), event.key(), event.value());
        event.headers()
                .forEach((name, value) ->
                        sent.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return kafka.send(sent);
    }
}
