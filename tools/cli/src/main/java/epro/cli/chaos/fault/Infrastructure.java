package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.process.Signal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What services stand on goes away, comes back late, or remembers something else. */
final class Infrastructure {

    private static final String GROUP = "epro-processing";
    private static final long FAR = 10_000;
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration NOBODY_WITHIN = Duration.ofSeconds(30);
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
                new Fault("registry-away-at-start", Infrastructure::registryAwayAtStart),
                new Fault("offsets-moved-back", (grounds, _) -> offsetsMoved(grounds, -FAR)),
                new Fault("offsets-moved-forward", (grounds, _) -> offsetsMoved(grounds, FAR)));
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

    /** Both services have to start without it. */
    private static Seen registryAwayAtStart(Grounds grounds, RandomGenerator dice) throws InterruptedException {
        LocalStack stack = grounds.stack();
        stack.stop(Part.REGISTRY);
        long processing = stack.pid(Part.PROCESSING);
        long intake = stack.pid(Part.INTAKE);
        stack.kill(Part.PROCESSING);
        stack.kill(Part.INTAKE);
        Thread.sleep(shortly(dice));
        stack.start(Part.REGISTRY);
        long later = grounds.awaitSuccessor(Part.PROCESSING, processing);
        grounds.awaitSuccessor(Part.INTAKE, intake);
        return new Seen(later != processing, "processing %d started while the registry was away".formatted(later));
    }

    /** As an operator might by mistake, which Kafka allows only while the group is empty. */
    private static Seen offsetsMoved(Grounds grounds, long by) throws InterruptedException {
        grounds.stack().stop(Part.PROCESSING);
        try {
            awaitNobody(grounds);
            return moved(grounds, by);
        } finally {
            grounds.stack().start(Part.PROCESSING);
        }
    }

    /** A broker that comes back remembers members until their sessions end. */
    private static void awaitNobody(Grounds grounds) throws InterruptedException {
        long deadline = System.nanoTime() + NOBODY_WITHIN.toNanos();
        while (members(grounds) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(A_MOMENT);
        }
    }

    private static int members(Grounds grounds) throws InterruptedException {
        return Grounds.answer(
                        grounds.admin().describeConsumerGroups(List.of(GROUP)).all())
                .values()
                .stream()
                .mapToInt(group -> group.members().size())
                .sum();
    }

    private static Seen moved(Grounds grounds, long by) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        Grounds.answer(grounds.admin().listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata())
                .forEach((partition, now) ->
                        moved.put(partition, new OffsetAndMetadata(Math.max(0, now.offset() + by))));
        Grounds.answer(grounds.admin().alterConsumerGroupOffsets(GROUP, moved).all());
        var written =
                Grounds.answer(grounds.admin().listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
        boolean happened = !moved.isEmpty() && written.entrySet().containsAll(moved.entrySet());
        return new Seen(happened, "%d partitions moved by %d".formatted(moved.size(), by));
    }
}
