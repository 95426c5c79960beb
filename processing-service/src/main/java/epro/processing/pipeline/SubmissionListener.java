package epro.processing.pipeline;

import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.processing.reading.RawRecord;
import epro.processing.storing.StoreResult;
import epro.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Brings Kafka's batches, each of one partition, to the pipeline, and acknowledges what came through. */
@Component
class SubmissionListener {
    static final String ID = "submissions";

    private final ProcessingPipeline pipeline;
    private final TopicIds topicIds;
    private final Gaps gaps;
    private final PipelineMeters meters;
    private final PartitionProgress progress;

    SubmissionListener(
            ProcessingPipeline pipeline,
            TopicIds topicIds,
            Gaps gaps,
            PipelineMeters meters,
            PartitionProgress progress) {
        this.pipeline = pipeline;
        this.topicIds = topicIds;
        this.gaps = gaps;
        this.meters = meters;
        this.progress = progress;
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.SUBMISSIONS)
    void process(List<ConsumerRecord<byte[], byte[]>> records, Acknowledgment acknowledgment, Consumer<?, ?> consumer) {
        TopicPartition partition = new TopicPartition(
                records.getFirst().topic(), records.getFirst().partition());
        try {
            SourcePartition source = new SourcePartition(
                    partition.topic(), topicIds.idOf(partition.topic()).toString(), partition.partition());
            List<RawRecord> batch =
                    records.stream().map(record -> raw(source, record)).toList();
            switch (pipeline.process(source, batch)) {
                case StoreResult.Done(int fresh) -> {
                    progress.settled(partition, records.getLast().offset() + 1);
                    meters.settled(fresh);
                    acknowledgment.acknowledge();
                }
                case StoreResult.Gap gap -> gaps.close(consumer, source, gap);
            }
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BatchNotProcessed(partition, stopped);
        } catch (Throwable failure) {
            meters.failed();
            progress.failed(partition, failure);
            throw new BatchNotProcessed(partition, failure);
        }
    }

    private static RawRecord raw(SourcePartition source, ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        Position position = new Position(source.topicId(), source.partition(), record.offset());
        return new RawRecord(position, record.key(), record.value(), headers);
    }
}
