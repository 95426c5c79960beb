package epro.benchmarks.nmpa;

import epro.benchmarks.Bench;
import epro.benchmarks.BenchFigures;
import epro.benchmarks.Figures;
import epro.benchmarks.Goal;
import epro.benchmarks.Scale;
import epro.nmpa.quota.Quota;
import epro.stack.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The regulator's quota, with the service's own permits, gate and client: at full length in simulated time, for a minute over
 * real HTTP beside the plain ways of doing it, on a bad day, and with two replicas of which one is stopped.
 */
public final class NmpaBench implements Bench {
    static final Quota QUOTA = new Quota(10, 10, Duration.ofMillis(50), Duration.ofSeconds(30));
    static final List<Duration> LATENCIES = List.of(Duration.ofMillis(300), Duration.ofSeconds(3));

    private static final int TRIALS = 3_000;
    private static final int WAITING = 5_000;
    private static final double WAITING_MB_MOST = 50;
    private static final long SEED = 20_260;

    @Override
    public String name() {
        return "nmpa";
    }

    /** Its lanes are paced by the quota and not by the machine, so that one round says all. */
    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public BenchFigures run(Scale scale, Consumer<String> progress) throws IOException, InterruptedException {
        Sheet sheet = new Sheet();
        long begun = System.nanoTime();
        progress.accept("Warms up");
        RealLanes lanes = new RealLanes(scale, sheet, progress, SEED);
        lanes.warmUp();
        double warmupSeconds = Figures.round((System.nanoTime() - begun) / 1e9);
        progress.accept("Simulates %d trials".formatted(TRIALS));
        simulate(sheet);
        double megabytes = WaitingMemory.bytes(WAITING, QUOTA) / 1e6;
        sheet.goal(Goal.atMost("heapOf%dWaitingMB".formatted(WAITING), WAITING_MB_MOST, megabytes));
        lanes.measure();
        if (!scale.quick()) {
            progress.accept("Two replicas, the leader stopped in mid-run");
            replicas(sheet, TwoReplicas.play(Workspace.find().scratch().resolve("bench")));
        }
        return sheet.figures(scale, warmupSeconds);
    }

    private static void simulate(Sheet sheet) throws IOException, InterruptedException {
        for (Duration latency : LATENCIES) {
            String lane = "simulated-" + Sheet.text(latency);
            SimulatedRun.Played played = SimulatedRun.play(TRIALS, QUOTA, latency, Trouble.NONE, SEED);
            sheet.simulated(lane, played, QUOTA);
            sheet.makespan(lane, played.seconds(), Bound.seconds(TRIALS, QUOTA, latency), QUOTA);
        }
        Duration second = Duration.ofSeconds(1);
        sheet.simulated("simulated-bad-day", SimulatedRun.play(TRIALS, QUOTA, second, Trouble.BAD_DAY, SEED), QUOTA);
    }

    private static void replicas(Sheet sheet, TwoReplicas.Outcome outcome) {
        sheet.goal(Goal.all("done:two-replicas", outcome.trials(), outcome.done()));
        sheet.goal(
                Goal.none("violations:two-replicas", outcome.log().violations().size()));
        sheet.goal(Goal.atMost("askedAgain:two-replicas", TwoReplicas.ASKED_AGAIN_MOST, (double) outcome.askedAgain()));
    }
}
