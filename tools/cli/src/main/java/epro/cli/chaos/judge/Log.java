package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.SuspectedAdverseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads topics from offsets on, with a consumer of no group. */
public final class Log implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);
    private static final Duration SCHEMA_WITHIN = Duration.ofSeconds(15);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;

    public Log(String kafka, String registry) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                bytes,
                bytes);
        codec = RecordCodec.open(Map.of("epro.registry.url", registry));
    }

    /** The offsets after the last record, by partition. */
    public SortedMap<Integer, Long> ends(String topic) {
        SortedMap<Integer, Long> ends = new TreeMap<>();
        consumer.endOffsets(partitions(topic)).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    List<LoggedRecord> submissions(SortedMap<Integer, Long> from) throws InterruptedException {
        List<LoggedRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.SUBMISSIONS, from)) {
            Place place = new Place(record.partition(), record.offset());
            records.add(decode(record, SubmissionReceived.class)
                    .map(event -> new LoggedRecord(
                            place,
                            event.getSubmissionKey(),
                            event.getSubmissionId(),
                            event.getStudyId(),
                            event.getContentHash(),
                            record.headers().lastHeader("epro-replay") != null))
                    .orElse(new LoggedRecord(place, null, null, null, null, false)));
        }
        return records;
    }

    /** Of suspected adverse events of one study, in the order of publishing within each partition. */
    List<Revision> revisions(SortedMap<Integer, Long> from, String study) throws InterruptedException {
        List<Revision> revisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.ADVERSE_EVENTS, from)) {
            decode(record, SuspectedAdverseEvent.class)
                    .filter(event -> study.equals(event.getStudyId()))
                    .map(event -> new Revision(event.getSubmissionId(), event.getAeId(), event.getRevision()))
                    .ifPresent(revisions::add);
        }
        return revisions;
    }

    /** In the order of publishing within each partition of the outcomes. */
    List<Published> outcomes(SortedMap<Integer, Long> from) throws InterruptedException {
        List<Published> outcomes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.OUTCOMES, from)) {
            decode(record, SubmissionOutcome.class)
                    .map(SubmissionOutcome::getOrigin)
                    .map(origin -> new Place(origin.getPartition(), origin.getOffset()))
                    .ifPresent(origin -> outcomes.add(new Published(record.partition(), origin)));
        }
        return outcomes;
    }

    List<DeadLetter> deadLetters(SortedMap<Integer, Long> from) {
        return read(Topics.SUBMISSIONS_DLT, from).stream()
                .map(record -> new DeadLetter(new Place(record.partition(), record.offset()), origin(record)))
                .toList();
    }

    /** As its header says: topic, partition and offset between slashes. */
    private static @Nullable Place origin(ConsumerRecord<byte[], byte[]> letter) {
        Header origin = letter.headers().lastHeader("epro-origin");
        if (origin == null) {
            return null;
        }
        String[] parts = new String(origin.value(), StandardCharsets.UTF_8).split("/", 3);
        return new Place(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, SortedMap<Integer, Long> from) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition.partition(), 0L)));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Consumer<ConsumerRecord<byte[], byte[]>> take = records::add;
        long deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("%s could not be read within %s".formatted(topic, READ_WITHIN));
            }
            consumer.poll(POLL).forEach(take);
        }
        return records;
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private <T extends SpecificRecord> Optional<T> decode(ConsumerRecord<byte[], byte[]> record, Class<T> type)
            throws InterruptedException {
        long deadline = System.nanoTime() + SCHEMA_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            switch (codec.decode(record.value(), type)) {
                case Decoded.Read<T>(T event, var _) -> {
                    return Optional.of(event);
                }
                case Decoded.Unreadable<T> _ -> {
                    return Optional.empty();
                }
                case Decoded.SchemaPending<T> _ -> Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the schema registry does not answer");
    }

    @Override
    public void close() {
        consumer.close();
        codec.close();
    }
}
