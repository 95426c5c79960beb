package epro.benchmarks.intake;

import epro.benchmarks.ProcessorTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Plays the ways one after the other, again and again, over the same number of connections. */
record Rounds(Ground ground, Size size, Consumer<String> progress) {
    static final int CONNECTIONS = 64;
    private static final double SHARE_OF_OURS = 0.5;

    /** Every way at full speed; what ours came to is what the steady pace of all is taken from. */
    double warmUp() throws InterruptedException {
        double pace = 0;
        for (Door door : ground.doors("warm-up")) {
            progress.accept("Warms up " + door.name());
            Served served = door.generator(CONNECTIONS).saturate(size.warmUp());
            if (door.name().equals(Ground.OURS)) {
                pace = SHARE_OF_OURS * served.accepted() / seconds(size.warmUp());
            }
        }
        return Math.max(1, pace);
    }

    /** Measured between the others in every round. */
    @FunctionalInterface
    interface Besides {
        void measure() throws IOException, InterruptedException;
    }

    /** @param pace requests a second, for the times of answering */
    SequencedMap<String, List<Round>> play(int rounds, double pace, Besides besides)
            throws IOException, InterruptedException {
        SequencedMap<String, List<Round>> played = new LinkedHashMap<>();
        for (int number = 1; number <= rounds; number++) {
            besides.measure();
            for (Door door : ground.doors("round-" + number)) {
                Round round = play(door, pace);
                played.computeIfAbsent(door.name(), _ -> new ArrayList<>()).add(round);
                progress.accept("Round %d of %d: %s %.0f a second, p99 %.1f ms at %.0f a second%s"
                        .formatted(
                                number, rounds, door.name(), round.perSecond(), round.p99Ms(), pace, warning(round)));
            }
        }
        return played;
    }

    private Round play(Door door, double pace) throws InterruptedException {
        long before = ground.logged();
        ProcessorTime time = ProcessorTime.of(door.processes(ground.brokerPid()));
        Generator generator = door.generator(CONNECTIONS);
        Served fast = generator.saturate(size.measured());
        SequencedMap<String, Double> cpu = time.perRecord(Math.max(1, fast.accepted()));
        Served steady = generator.pace(pace, size.measured());
        long accepted = fast.accepted() + steady.accepted();
        boolean verified = fast.onlyAccepted() && steady.onlyAccepted() && ground.logged() - before == accepted;
        return new Round(
                fast.accepted() / seconds(size.measured()),
                cpu,
                steady.acceptedMs(50),
                steady.acceptedMs(99),
                steady.lateMs(99),
                verified);
    }

    private static String warning(Round round) {
        return round.generatorIsTheBottleneck() ? " (the generator is the bottleneck)" : "";
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }
}
