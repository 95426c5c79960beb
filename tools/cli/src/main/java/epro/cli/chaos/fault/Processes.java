package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What signals do to processes, and more or fewer of them. */
final class Processes {

    /** Longer than a consumer's session of 10 s and than a transaction may idle: who wakes is a zombie. */
    private static final Duration PAST_THE_SESSION = Duration.ofSeconds(14);

    private static final Duration SHORT_MAX = Duration.ofSeconds(5);

    private Processes() {}

    static Stream<Fault> faults() {
        Stream<Fault> all = Part.ESSENTIAL.stream()
                .flatMap(part -> Stream.of(
                        new Fault("kill-" + part.text(), (grounds, _) -> ended(grounds, part, Signal.KILL)),
                        new Fault("terminate-" + part.text(), (grounds, _) -> ended(grounds, part, politely(part))),
                        new Fault("freeze-" + part.text(), (grounds, dice) -> frozen(grounds, part, shortly(dice)))));
        Stream<Fault> special = Stream.of(
                new Fault("zombie-processing", (grounds, _) -> frozen(grounds, Part.PROCESSING, PAST_THE_SESSION)),
                new Fault("zombie-beside-a-replica", (grounds, _) -> zombieBesideAReplica(grounds)),
                new Fault("zombie-notification", (grounds, _) -> frozen(grounds, Part.NOTIFICATION, PAST_THE_SESSION)),
                new Fault("replicas-come-and-go", Processes::replicas));
        return Stream.concat(all, special);
    }

    /** PostgreSQL takes SIGTERM for "when everybody has left", and SIGINT for "now, in good order". */
    private static Signal politely(Part part) {
        return part == Part.POSTGRES ? Signal.INT : Signal.TERM;
    }

    private static Duration shortly(RandomGenerator dice) {
        return Duration.ofMillis(1_000 + dice.nextLong(SHORT_MAX.toMillis()));
    }

    private static Seen ended(Grounds grounds, Part part, Signal signal) throws InterruptedException {
        long before = grounds.stack().pid(part);
        grounds.stack().signal(part, signal);
        long after = grounds.awaitSuccessor(part, before);
        boolean gone = ProcessHandle.of(before).isEmpty();
        return new Seen(gone && after != before, "process %d ended by %s, %d ready".formatted(before, signal, after));
    }

    private static Seen frozen(Grounds grounds, Part part, Duration length) throws Exception {
        LocalStack stack = grounds.stack();
        long pid = stack.pid(part);
        stack.suspend(part);
        try {
            Thread.sleep(length);
            return new Seen(stopped(pid), "process %d stood still for %s".formatted(pid, length));
        } finally {
            stack.resume(part);
            stack.awaitReady(part);
        }
    }

    /** While the first stands still, the second takes its partitions; then the first wakes with what it held. */
    private static Seen zombieBesideAReplica(Grounds grounds) throws Exception {
        try (Replica second = grounds.stack().replica(Part.PROCESSING, Map.of())) {
            Seen seen = frozen(grounds, Part.PROCESSING, PAST_THE_SESSION);
            return new Seen(seen.happened(), seen.proof() + " beside " + second.pid());
        }
    }

    private static Seen replicas(Grounds grounds, RandomGenerator dice) throws Exception {
        try (Replica second = grounds.stack().replica(Part.PROCESSING, Map.of());
                Replica third = grounds.stack().replica(Part.PROCESSING, Map.of())) {
            long killed = second.pid();
            second.signal(Signal.KILL);
            Thread.sleep(shortly(dice));
            return new Seen(
                    ProcessHandle.of(killed).isEmpty(),
                    "process %d came, and %d, which was killed; both left".formatted(third.pid(), killed));
        }
    }

    /** Third field of Linux' {@code /proc/PID/stat}: T is stopped. */
    private static boolean stopped(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
    }
}
