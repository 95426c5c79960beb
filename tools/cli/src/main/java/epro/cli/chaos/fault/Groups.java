package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.process.Signal;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Consumers that are put out of their group while they stand still, that come, and that leave. */
final class Groups {

    private static final int A_WHILE_MILLIS = 1_500;

    private Groups() {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("zombie-processing", (grounds, _) -> zombie(grounds, Part.PROCESSING, Members.PROCESSING)),
                new Fault("zombie-beside-a-replica", (grounds, _) -> zombieBesideAReplica(grounds)),
                new Fault(
                        "zombie-notification",
                        (grounds, _) -> zombie(grounds, Part.NOTIFICATION, Members.NOTIFICATION)),
                new Fault("replicas-come-and-go", Groups::replicas));
    }

    private static Seen zombie(Grounds grounds, Part part, String group) throws Exception {
        Set<String> its = Members.settled(grounds, group);
        return Processes.frozen(
                grounds,
                part,
                Processes.PAST_THE_SESSION,
                stillness -> stillness.and(putOut(its, Members.await(grounds, group, now -> now.left(its) == 0))));
    }

    private static Seen putOut(Set<String> its, Members now) {
        long out = its.size() - now.left(its);
        return new Seen(
                !its.isEmpty() && out == its.size(),
                "meanwhile %d of its %d members were put out of the group".formatted(out, its.size()));
    }

    /** While the first stands still, the second takes its partitions; then the first wakes with what it held. */
    private static Seen zombieBesideAReplica(Grounds grounds) throws Exception {
        Set<String> its = Members.settled(grounds, Members.PROCESSING);
        try (Replica second = grounds.stack().replica(Part.PROCESSING, Map.of())) {
            return Processes.frozen(grounds, Part.PROCESSING, Processes.PAST_THE_SESSION, stillness -> {
                Members last = Members.await(
                        grounds, Members.PROCESSING, now -> now.left(its) == 0 && now.givenBesides(its) > 0);
                return stillness.and(putOut(its, last)).and(given(second.pid(), last.givenBesides(its)));
            });
        }
    }

    private static Seen given(long process, int partitions) {
        return new Seen(partitions > 0, "process %d was given %d partitions".formatted(process, partitions));
    }

    /**
     * All partitions go from hand to hand, since who comes beside members enough is given none: the first process leaves, a
     * second comes and is killed, a third comes and leaves when the first is back.
     */
    private static Seen replicas(Grounds grounds, RandomGenerator dice) throws Exception {
        LocalStack stack = grounds.stack();
        stack.stop(Part.PROCESSING);
        try {
            Seen second = takenOver(grounds, replica -> {
                Thread.sleep(dice.nextLong(A_WHILE_MILLIS));
                replica.signal(Signal.KILL);
            });
            Seen third = takenOver(grounds, _ -> stack.start(Part.PROCESSING));
            return second.and(new Seen(true, "and was killed")).and(third);
        } finally {
            stack.start(Part.PROCESSING);
        }
    }

    /** What is done to a replica that has taken over. */
    @FunctionalInterface
    private interface End {
        void come(Replica replica) throws InterruptedException;
    }

    private static Seen takenOver(Grounds grounds, End end) throws InterruptedException {
        Set<String> others = Members.of(grounds, Members.PROCESSING).ids();
        try (Replica replica = grounds.stack().replica(Part.PROCESSING, Map.of())) {
            long process = replica.pid();
            Members last = Members.await(grounds, Members.PROCESSING, now -> now.givenBesides(others) > 0);
            end.come(replica);
            return given(process, last.givenBesides(others));
        }
    }
}
