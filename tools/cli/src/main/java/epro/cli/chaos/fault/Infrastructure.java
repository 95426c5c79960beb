package epro.cli.chaos.fault;

import static java.util.stream.Collectors.toMap;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.process.Signal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What services stand on goes away, comes back late, or remembers something else. */
final class Infrastructure {

    /** Farther than to any partition's beginning or end, where not so much was sent. */
    private static final long FAR = 10_000;

    private static final List<Part> STARTED_WITHOUT = List.of(Part.PROCESSING, Part.INTAKE);
    private static final Duration NOTHING_COMES = Duration.ofSeconds(3);
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private Infrastructure() {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("database-shut-down-at-once", (grounds, _) -> shutDownAtOnce(grounds)),
                new Fault("database-away", (grounds, dice) -> away(grounds, Part.POSTGRES, shortly(dice))),
                new Fault("database-away-two-minutes", (grounds, _) -> away(grounds, Part.POSTGRES, TWO_MINUTES)),
                new Fault("broker-away", (grounds, dice) -> away(grounds, Part.KAFKA, shortly(dice))),
                new Fault("model-away", (grounds, dice) -> away(grounds, Part.AE_MODEL, shortly(dice))),
                new Fault("registry-away", (grounds, dice) -> away(grounds, Part.REGISTRY, shortly(dice))),
                new Fault("registry-away-at-start", (grounds, _) -> registryAwayAtStart(grounds)),
                new Fault("offsets-moved-back", (grounds, _) -> offsetsMoved(grounds, -FAR, Duration.ZERO)),
                new Fault("offsets-moved-forward", (grounds, _) -> offsetsMoved(grounds, FAR, Duration.ZERO)),
                new Fault("offsets-moved-to-the-end", (grounds, _) -> offsetsMoved(grounds, FAR, NOTHING_COMES)));
    }

    private static Duration shortly(RandomGenerator dice) {
        return Duration.ofMillis(3_000 + dice.nextLong(6_000));
    }

    /** SIGQUIT: PostgreSQL neither ends sessions nor writes a checkpoint. */
    private static Seen shutDownAtOnce(Grounds grounds) throws InterruptedException {
        long before = grounds.stack().pid(Part.POSTGRES);
        grounds.stack().signal(Part.POSTGRES, Signal.QUIT);
        long after = grounds.awaitSuccessor(Part.POSTGRES, before);
        return new Seen(after != before, "server %d shut down at once, %d recovered".formatted(before, after));
    }

    private static Seen away(Grounds grounds, Part part, Duration length) throws InterruptedException {
        LocalStack stack = grounds.stack();
        long before = stack.pid(part);
        stack.stop(part);
        Thread.sleep(length);
        boolean gone = ProcessHandle.of(before).isEmpty();
        stack.start(part);
        return new Seen(gone, "process %d was away for %s".formatted(before, length));
    }

    /** Both services have to start without it: they answer, and say that they are not ready. */
    private static Seen registryAwayAtStart(Grounds grounds) throws Exception {
        LocalStack stack = grounds.stack();
        long registry = stack.pid(Part.REGISTRY);
        stack.stop(Part.REGISTRY);
        Seen seen;
        try {
            Map<Part, Long> before = new EnumMap<>(Part.class);
            STARTED_WITHOUT.forEach(part -> before.put(part, stack.pid(part)));
            STARTED_WITHOUT.forEach(stack::kill);
            seen = new Seen(
                    ProcessHandle.of(registry).isEmpty(), "the registry's process %d was away".formatted(registry));
            for (Map.Entry<Part, Long> killed : before.entrySet()) {
                grounds.awaitAnother(killed.getKey(), killed.getValue());
                seen = seen.and(Unready.await(stack, killed.getKey()));
            }
        } finally {
            stack.start(Part.REGISTRY);
        }
        STARTED_WITHOUT.forEach(stack::awaitReady);
        return seen;
    }

    /**
     * As an operator might by mistake, which Kafka allows only while the group is empty.
     *
     * @param still for how long nothing must have come: afterwards no record tells that others were passed over
     */
    private static Seen offsetsMoved(Grounds grounds, long by, Duration still) throws InterruptedException {
        grounds.stack().stop(Part.PROCESSING);
        try {
            // A broker that comes back remembers members until their sessions end.
            Members.await(grounds, Members.PROCESSING, now -> now.ids().isEmpty());
            Seen quiet = awaitStillness(grounds.admin(), still);
            return still.isZero() ? moved(grounds.admin(), by) : quiet.and(moved(grounds.admin(), by));
        } finally {
            grounds.stack().start(Part.PROCESSING);
        }
    }

    private static Seen awaitStillness(Admin admin, Duration still) throws InterruptedException {
        Set<TopicPartition> partitions = offsets(admin).keySet();
        long deadline = System.nanoTime() + WITHIN.toNanos();
        long since = System.nanoTime();
        Map<TopicPartition, Long> before = ends(admin, partitions);
        while (System.nanoTime() < Math.min(deadline, since + still.toNanos())) {
            Thread.sleep(A_MOMENT);
            Map<TopicPartition, Long> now = ends(admin, partitions);
            if (!now.equals(before)) {
                since = System.nanoTime();
                before = now;
            }
        }
        boolean reached = System.nanoTime() - since >= still.toNanos();
        return new Seen(reached, reached ? "nothing had come for " + still : "something came all the time");
    }

    private static Seen moved(Admin admin, long by) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> before = offsets(admin);
        Shift shift = Shift.of(before, by, ends(admin, before.keySet()));
        Grounds.answer(
                admin.alterConsumerGroupOffsets(Members.PROCESSING, shift.to()).all());
        return shift.seen(offsets(admin));
    }

    /** What was sent while the group was empty lies before them. */
    private static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> partitions)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return Grounds.answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Admin admin) throws InterruptedException {
        return Grounds.answer(admin.listConsumerGroupOffsets(Members.PROCESSING).partitionsToOffsetAndMetadata());
    }
}
