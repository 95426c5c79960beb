package epro.benchmarks.processing;

import epro.benchmarks.ProcessorTime;
import epro.schemas.Topics;
import epro.stack.DatabaseRole;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.process.Signal;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The processing service itself, a process as the local stack starts it, but for a JIT compiler that does all it can. Between
 * its runs it is stopped (SIGSTOP), so that it takes nothing away from others, and stays in its group.
 */
final class OwnService implements AutoCloseable {
    /** Nobody is missed as long as others are measured. */
    private static final String SESSION_MILLIS = "60000";

    private static final String ALL_COMPILED = "-XX:+TieredCompilation";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long LOOK_AGAIN_MILLIS = 10;

    private final Bed bed;
    private final String group;
    private final boolean chained;
    private final Replica replica;
    private final Ledger ledger;

    private OwnService(Bed bed, String database, String group, Replica replica) {
        this.bed = bed;
        this.group = group;
        this.chained = database.equals(Bed.OURS);
        this.replica = replica;
        this.ledger = new Ledger(() -> bed.connect(database));
    }

    /** The service as it is. */
    static OwnService chained(Bed bed) throws InterruptedException {
        return start(bed, Bed.OURS, "epro-processing", ALL_COMPILED);
    }

    /** The same without lock and hash. */
    static OwnService unchained(Bed bed) throws IOException, InterruptedException {
        String agent = WithoutChain.install(bed.scratch());
        return start(bed, Bed.UNCHAINED, "unchained", ALL_COMPILED + " " + agent);
    }

    private static OwnService start(Bed bed, String database, String group, String java) throws InterruptedException {
        var longer = new AlterConfigOp(
                new ConfigEntry("consumer.session.timeout.ms", SESSION_MILLIS), AlterConfigOp.OpType.SET);
        SubmissionTopic.answer(bed.topic()
                .admin()
                .incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), List.of(longer)))
                .all());
        Map<String, String> differently = Map.of(
                "SPRING_KAFKA_CONSUMER_GROUPID",
                group,
                "EPRO_JDBC_URL",
                bed.access(DatabaseRole.PROCESSING_APP, database).url(),
                "EPRO_NOTIFICATION_URL",
                "",
                "JDK_JAVA_OPTIONS",
                java);
        return new OwnService(bed, database, group, bed.stack().replica(Part.PROCESSING, differently));
    }

    Replica replica() {
        return replica;
    }

    Ledger ledger() {
        return ledger;
    }

    void stop() {
        replica.signal(Signal.STOP);
    }

    void go() {
        replica.signal(Signal.CONT);
    }

    /** Lets it go until nothing is left to do and each partition has its consumer, and stops it. */
    void settle(Range range) throws InterruptedException {
        go();
        await(() -> ledger.settled(range.end()) && assigned() == Bed.PARTITIONS);
        stop();
    }

    /** Lets it go until it has stored and published the range. */
    Burst run(Range range) throws SQLException, InterruptedException {
        Ledger.Count before = ledger.count();
        long published = bed.topic().length(Topics.OUTCOMES);
        SequencedMap<String, Long> processes = new LinkedHashMap<>();
        processes.put("consumers", replica.pid());
        processes.put("postgres", bed.pid(Part.POSTGRES));
        processes.put("kafka", bed.pid(Part.KAFKA));
        ProcessorTime time = ProcessorTime.of(processes);
        long begun = System.nanoTime();
        var begunAt = ledger.now();
        go();
        await(() -> ledger.settled(range.end()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        stop();
        var cpu = time.perRecord(range.count());
        boolean whole = ledger.count().isMoreBy(range.count(), before)
                && bed.topic().length(Topics.OUTCOMES) == published + range.count()
                && (chained ? ledger.verify().sound() : WithoutChain.isComplete(bed.scratch()));
        List<Double> percentiles = ledger.percentilesMs(begunAt);
        return new Burst(range.count(), seconds, percentiles.getFirst(), percentiles.getLast(), cpu, whole);
    }

    /** Lets it go until it has held all that it has stored against the topic. */
    WholeCheck check() throws IOException, InterruptedException {
        go();
        WholeCheck check = WholeCheck.at(replica.address(), bed.stack().tokens());
        stop();
        return check;
    }

    private int assigned() throws InterruptedException {
        return SubmissionTopic.answer(bed.topic()
                        .admin()
                        .describeConsumerGroups(List.of(group))
                        .all())
                .values()
                .stream()
                .flatMap(described -> described.members().stream())
                .mapToInt(member -> member.assignment().topicPartitions().size())
                .sum();
    }

    static void await(Condition condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("has not come about within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    @Override
    public void close() {
        go();
        ledger.close();
        replica.close();
    }
}
