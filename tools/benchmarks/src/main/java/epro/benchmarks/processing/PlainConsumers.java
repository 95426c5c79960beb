package epro.benchmarks.processing;

import epro.benchmarks.Figures;
import epro.benchmarks.ProcessorTime;
import epro.schemas.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One consumer a partition, each on a thread of its own, that read, store in a plain way, and commit their offsets. */
final class PlainConsumers implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final PlainReader reader;
    private final Supplier<ProcessorTime> clock;
    private final List<KafkaConsumer<byte[], byte[]>> consumers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Bed.PARTITIONS, Thread.ofPlatform().daemon().name("plain-", 0).factory());

    /** @param clock begins to count what the processes take */
    PlainConsumers(String kafka, PlainReader reader, Supplier<ProcessorTime> clock) {
        this.reader = reader;
        this.clock = clock;
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.GROUP_ID_CONFIG,
                "plain",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                500);
        for (int partition = 0; partition < Bed.PARTITIONS; partition++) {
            consumers.add(new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            consumers.getLast().assign(List.of(new TopicPartition(Topics.SUBMISSIONS, partition)));
        }
    }

    /** Consumes the range, and looks whether it then is stored. */
    Burst run(Range range, PlainStore store) throws SQLException, InterruptedException {
        long before = store.stored();
        CountDownLatch ready = new CountDownLatch(consumers.size());
        CountDownLatch go = new CountDownLatch(1);
        Queue<Long> committed = new ConcurrentLinkedQueue<>();
        List<Future<?>> running = new ArrayList<>();
        for (int partition = 0; partition < consumers.size(); partition++) {
            running.add(threads.submit(consumption(partition, range, store, new Start(ready, go), committed)));
        }
        ready.await();
        ProcessorTime time = clock.get();
        long begun = System.nanoTime();
        go.countDown();
        for (Future<?> one : running) {
            await(one);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        var cpu = time.perRecord(range.count());
        List<Long> nanos = committed.stream().map(at -> at - begun).toList();
        boolean whole = store.stored() == before + range.count() && store.holds();
        return new Burst(
                range.count(),
                seconds,
                Figures.percentileMs(nanos, 0.5),
                Figures.percentileMs(nanos, 0.99),
                cpu,
                whole);
    }

    /** All begin at once. */
    private record Start(CountDownLatch ready, CountDownLatch go) {
        void line() throws InterruptedException {
            ready.countDown();
            go.await();
        }
    }

    private Callable<Void> consumption(
            int partition, Range range, PlainStore store, Start start, Queue<Long> committed) {
        KafkaConsumer<byte[], byte[]> consumer = consumers.get(partition);
        TopicPartition source = new TopicPartition(Topics.SUBMISSIONS, partition);
        long end = range.to().getOrDefault(partition, 0L);
        return () -> {
            consumer.seek(source, range.from().getOrDefault(partition, 0L));
            consumer.position(source);
            start.line();
            while (consumer.position(source) < end) {
                List<PlainRow> rows = read(consumer.poll(POLL).records(source), end);
                store(rows, store, committed);
                consumer.commitAsync();
            }
            return null;
        };
    }

    private List<PlainRow> read(List<ConsumerRecord<byte[], byte[]>> records, long end) {
        return records.stream()
                .filter(record -> record.offset() < end)
                .map(record -> reader.read(record.value(), record.partition(), record.offset()))
                .toList();
    }

    private static void store(List<PlainRow> rows, PlainStore store, Queue<Long> committed) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int[] last = {0};
        store.store(rows, upTo -> {
            long now = System.nanoTime();
            for (; last[0] < upTo; last[0]++) {
                committed.add(now);
            }
        });
    }

    private static void await(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a plain consumer failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        consumers.forEach(KafkaConsumer::close);
    }
}
