package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What signals do to processes. */
final class Processes {

    /** Longer than a consumer's session of 10 s and than a transaction may idle: who wakes is a zombie. */
    static final Duration PAST_THE_SESSION = Duration.ofSeconds(14);

    private static final Duration SHORT_MAX = Duration.ofSeconds(5);

    private Processes() {}

    /** Adds what is seen beside the stillness while it lasts. */
    @FunctionalInterface
    interface Look {
        Seen beside(Seen stillness) throws Exception;
    }

    static Stream<Fault> faults() {
        Stream<Fault> all = Part.ESSENTIAL.stream()
                .flatMap(part -> Stream.of(
                        new Fault("kill-" + part.text(), (grounds, _) -> ended(grounds, part, Signal.KILL)),
                        new Fault("terminate-" + part.text(), (grounds, _) -> ended(grounds, part, politely(part))),
                        new Fault("freeze-" + part.text(), (grounds, dice) -> frozen(grounds, part, shortly(dice)))));
        Stream<Fault> zombies = Stream.of(Part.INTAKE, Part.KAFKA)
                .map(part ->
                        new Fault("zombie-" + part.text(), (grounds, _) -> frozen(grounds, part, PAST_THE_SESSION)));
        return Stream.concat(all, zombies);
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
        return frozen(grounds, part, length, stillness -> stillness);
    }

    static Seen frozen(Grounds grounds, Part part, Duration length, Look look) throws Exception {
        LocalStack stack = grounds.stack();
        long pid = stack.pid(part);
        stack.suspend(part);
        try {
            Thread.sleep(length);
            return look.beside(new Seen(stopped(pid), "process %d stood still for %s".formatted(pid, length)));
        } finally {
            stack.resume(part);
            stack.awaitReady(part);
        }
    }

    /** Third field of Linux' {@code /proc/PID/stat}: T is stopped. */
    private static boolean stopped(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
    }
}
