package epro.benchmarks.processing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import epro.benchmarks.ProcessorTime;
import epro.stack.DatabaseAccess;
import epro.stack.DatabaseRole;
import epro.stack.Part;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** All ways over the same records, round after round: the two of the service in turn, then the plain ones, each round another first. */
final class Contest implements AutoCloseable {
    private final Bed bed;
    private final OwnService ours;
    private final OwnService unchained;
    private final Size size;
    private final HikariDataSource pool;
    private final PlainConsumers plain;
    private final SequencedMap<String, PlainWay> ways = new LinkedHashMap<>();
    private final SequencedMap<String, List<Burst>> measured = new LinkedHashMap<>();

    /** A plain way, and how many records it gets. */
    private record PlainWay(PlainStore store, int records) {}

    Contest(Bed bed, OwnService ours, OwnService unchained, Size size, InstantSource clock) throws SQLException {
        this.bed = bed;
        this.ours = ours;
        this.unchained = unchained;
        this.size = size;
        this.pool = pool(bed.access(DatabaseRole.POSTGRES, Bed.PLAIN));
        this.plain = new PlainConsumers(bed.stack().kafka(), new PlainReader(bed.codec()), this::processorTime);
        ways.put(Sheet.ONE_CHAIN, new PlainWay(new ChainedStore(pool, clock, "one_chain", _ -> 0), size.oneChain()));
        ways.put(
                Sheet.CHAIN_PER_PARTITION,
                new PlainWay(
                        new ChainedStore(pool, clock, "chain_per_partition", partition -> partition),
                        size.chainPerPartition()));
        ways.put(Sheet.UPSERT, new PlainWay(new UpsertStore(pool, clock, "plain_upsert"), size.burst()));
    }

    /** Some rounds that count for nothing, in which the Java of all ways is compiled, then so many that do. */
    SequencedMap<String, List<Burst>> rounds(int rounds, Consumer<String> progress)
            throws SQLException, InterruptedException {
        for (int round = 1 - size.warmupRounds(); round <= rounds; round++) {
            for (Map.Entry<String, Burst> run : round(round).entrySet()) {
                Burst burst = run.getValue();
                progress.accept("%s %s: %.0f a second%s"
                        .formatted(
                                round < 1 ? "Warm-up," : "Round %d of %d,".formatted(round, rounds),
                                run.getKey(),
                                burst.perSecond(),
                                burst.verified() ? "" : ", NOT as it should be"));
                if (round > 0) {
                    measured.computeIfAbsent(run.getKey(), _ -> new ArrayList<>())
                            .add(burst);
                }
            }
        }
        return measured;
    }

    private SequencedMap<String, Burst> round(int number) throws SQLException, InterruptedException {
        Range range = bed.topic().send(bed.topic().make(size.burst()));
        SequencedMap<String, Burst> runs = new LinkedHashMap<>();
        for (boolean first : List.of(number % 2 == 0, number % 2 != 0)) {
            runs.put(first ? Sheet.OURS : Sheet.UNCHAINED, (first ? ours : unchained).run(range));
        }
        List<Map.Entry<String, PlainWay>> order = new ArrayList<>(ways.entrySet());
        Collections.rotate(order, number);
        for (Map.Entry<String, PlainWay> way : order) {
            PlainWay one = way.getValue();
            runs.put(way.getKey(), plain.run(range.first(one.records()), one.store()));
        }
        ours.settle(range);
        unchained.settle(range);
        return runs;
    }

    private ProcessorTime processorTime() {
        SequencedMap<String, Long> processes = new LinkedHashMap<>();
        processes.put("consumers", ProcessHandle.current().pid());
        processes.put("postgres", bed.pid(Part.POSTGRES));
        processes.put("kafka", bed.pid(Part.KAFKA));
        return ProcessorTime.of(processes);
    }

    private static HikariDataSource pool(DatabaseAccess database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(Bed.PARTITIONS + 2);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        plain.close();
        pool.close();
    }
}
