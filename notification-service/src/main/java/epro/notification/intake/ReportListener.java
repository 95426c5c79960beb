package epro.notification.intake;

import epro.keeper.IdleCommits;
import epro.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Brings Kafka's batches, each of one partition, to where they are taken. One is acknowledged to Kafka once all that came of it
 * is in the database; whatever is in the way then brings the same records again, for as long as it takes.
 */
@Component
class ReportListener {
    static final String ID = "adverse-events";

    private final ReportBatch batch;
    private final WaitingPartitions waiting;
    private final IdleCommits idle;

    ReportListener(ReportBatch batch, WaitingPartitions waiting, IdleCommits idle) {
        this.idle = idle;
        this.batch = batch;
        this.waiting = waiting;
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.ADVERSE_EVENTS)
    void receive(List<ConsumerRecord<byte[], byte[]>> records, Acknowledgment acknowledgment) {
        TopicPartition partition = new TopicPartition(
                records.getFirst().topic(), records.getFirst().partition());
        try {
            batch.take(records.stream().map(ReportListener::event).toList());
            waiting.passed(partition);
            idle.settled(partition, records.getLast().offset() + 1);
            acknowledgment.acknowledge();
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (Throwable failure) {
            waiting.failed(partition, failure);
            throw new ReportNotTaken(partition, failure);
        }
    }

    private static ConsumedEvent event(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumedEvent(record.topic(), record.partition(), record.offset(), record.key(), record.value());
    }
}
