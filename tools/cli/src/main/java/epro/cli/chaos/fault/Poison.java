package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Doses.Dose;
import epro.cli.chaos.fault.Poured.Placed;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Records on the topic of submissions that no intake ever wrote, between good neighbours. */
public final class Poison {

    private static final int PARTITIONS_TRIED = 4;

    /** Before it is compressed, to what the topic takes. */
    private static final int REQUEST_BYTES_MAX = 2 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final int partition;
    private final List<Placed> placed = new ArrayList<>();

    private Poison(KafkaProducer<byte[], byte[]> producer, int partition) {
        this.producer = producer;
        this.partition = partition;
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("poison", (grounds, dice) -> pour(grounds, dice).seen(grounds)));
    }

    /** One of each kind, a good record before and after it, all in one partition. The form has to be published. */
    public static Poured pour(Grounds grounds, RandomGenerator dice) throws Exception {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                grounds.stack().kafka(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                REQUEST_BYTES_MAX,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip");
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (RecordCodec codec = RecordCodec.open(
                        Map.of("epro.registry.url", grounds.stack().registry().toString()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes)) {
            codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
            codec.prepare(Topics.OUTCOMES, SubmissionOutcome.getClassSchema());
            Poison poison = new Poison(producer, dice.nextInt(PARTITIONS_TRIED));
            return poison.poured(new Doses(codec, grounds.now()));
        }
    }

    private Poured poured(Doses doses) throws InterruptedException, ExecutionException {
        send(null, doses.good());
        for (PoisonKind kind : PoisonKind.values()) {
            send(kind, doses.of(kind));
            send(null, doses.good());
        }
        return new Poured(partition, List.copyOf(placed));
    }

    private void send(@Nullable PoisonKind kind, Dose dose) throws InterruptedException, ExecutionException {
        var place = producer.send(new ProducerRecord<>(Topics.SUBMISSIONS, partition, dose.key(), dose.value()))
                .get();
        placed.add(new Placed(place.offset(), kind));
    }
}
