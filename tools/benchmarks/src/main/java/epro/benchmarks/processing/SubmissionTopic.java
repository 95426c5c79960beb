package epro.benchmarks.processing;

import epro.schemas.CloudEventHeaders;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts submissions on the topic, as intake does, and knows where topics end. */
final class SubmissionTopic implements AutoCloseable {
    private static final String SOURCE = "/intake-service";
    private static final String TYPE = "epro.submission.received";

    private final RecordCodec codec;
    private final Submissions submissions;
    private final int partitions;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    SubmissionTopic(String kafka, RecordCodec codec, Submissions submissions, int partitions) {
        this.codec = codec;
        this.submissions = submissions;
        this.partitions = partitions;
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Submissions that are ready to send. */
    List<ProducerRecord<byte[], byte[]>> make(int records) {
        return IntStream.range(0, records).mapToObj(_ -> made()).toList();
    }

    /** Returns when the broker has acknowledged all of them. */
    Range send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
        Map<Integer, Long> before = ends(Topics.SUBMISSIONS);
        List<Future<?>> sent = new ArrayList<>(records.size());
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        for (Future<?> acknowledged : sent) {
            answer(acknowledged);
        }
        return new Range(before, ends(Topics.SUBMISSIONS));
    }

    /** How many records a topic has ever got. */
    long length(String topic) throws InterruptedException {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    Admin admin() {
        return admin;
    }

    /** What a call of the admin client comes to. */
    static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        return answer((Future<T>) future);
    }

    private static <T> T answer(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e.getCause());
        }
    }

    private Map<Integer, Long> ends(String topic) throws InterruptedException {
        var asked = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return answer(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    private ProducerRecord<byte[], byte[]> made() {
        SubmissionReceived event = submissions.next();
        return new ProducerRecord<>(
                Topics.SUBMISSIONS,
                null,
                event.getPatientKey().getBytes(StandardCharsets.UTF_8),
                codec.encode(Topics.SUBMISSIONS, event),
                CloudEventHeaders.of(event.getSubmissionKey(), TYPE, SOURCE, event.getReceivedAt()));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
