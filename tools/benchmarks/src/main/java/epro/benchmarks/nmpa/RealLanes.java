package epro.benchmarks.nmpa;

import epro.benchmarks.Goal;
import epro.benchmarks.Scale;
import epro.nmpa.quota.Quota;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The lanes over real HTTP: the service's way and the two plain ones, one after the other. */
final class RealLanes {
    private static final String OURS = "within-quota";
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    /** Of the bad day: time-outs and their permits are shorter, so that many of them fit in. */
    private static final Duration SHORT_CALL_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration HANG = Duration.ofSeconds(3);
    private static final Quota SHORT = new Quota(10, 10, Duration.ofMillis(50), Duration.ofSeconds(4));

    private final Scale scale;
    private final Sheet sheet;
    private final Consumer<String> progress;
    private final long seed;

    RealLanes(Scale scale, Sheet sheet, Consumer<String> progress, long seed) {
        this.scale = scale;
        this.sheet = sheet;
        this.progress = progress;
        this.seed = seed;
    }

    /** Runs the code of all lanes for the first time. */
    void warmUp() throws InterruptedException {
        Course course = Course.steady(2, NmpaBench.QUOTA, Duration.ofMillis(10), seed);
        for (Function<URI, Asker> way : ways().values()) {
            RealRun.Measured _ = RealRun.over(course, way);
        }
    }

    void measure() throws InterruptedException {
        double seconds = scale.quick() ? 4 : 57;
        for (Duration latency : NmpaBench.LATENCIES) {
            Course course = Course.steady(Math.max(seconds, 2.1 * latency.toSeconds()), NmpaBench.QUOTA, latency, seed);
            for (var way : ways().entrySet()) {
                String lane = way.getKey() + "-" + Sheet.text(latency);
                List<RealRun.Measured> rounds = rounds(lane, course, way.getValue());
                sheet.measured(lane, rounds);
                if (way.getKey().equals(OURS)) {
                    promise(lane, course, latency, rounds);
                }
            }
        }
        badDay();
    }

    private void promise(String lane, Course course, Duration latency, List<RealRun.Measured> rounds) {
        double slowest =
                rounds.stream().mapToDouble(RealRun.Measured::seconds).max().orElseThrow();
        sheet.makespan(lane, slowest, Bound.seconds(course.trials(), NmpaBench.QUOTA, latency), NmpaBench.QUOTA);
        violations(lane, rounds);
    }

    private void badDay() throws InterruptedException {
        String lane = OURS + "-bad-day";
        Course course = Course.badDay(scale.quick() ? 40 : 400, HANG, seed);
        List<RealRun.Measured> rounds =
                rounds(lane, course, address -> new WithinQuota(address, SHORT, SHORT_CALL_TIMEOUT));
        sheet.measured(lane, rounds);
        violations(lane, rounds);
    }

    private void violations(String lane, List<RealRun.Measured> rounds) {
        sheet.goal(Goal.none(
                "violations:" + lane,
                rounds.stream()
                        .mapToLong(round -> round.log().violations().size())
                        .sum()));
    }

    private List<RealRun.Measured> rounds(String lane, Course course, Function<URI, Asker> way)
            throws InterruptedException {
        List<RealRun.Measured> rounds = new ArrayList<>();
        for (int round = 1; round <= scale.rounds(); round++) {
            progress.accept("%s: %d trials, round %d of %d".formatted(lane, course.trials(), round, scale.rounds()));
            rounds.add(RealRun.over(course, way));
        }
        return rounds;
    }

    private static SequencedMap<String, Function<URI, Asker>> ways() {
        int connections = NmpaBench.QUOTA.connections();
        SequencedMap<String, Function<URI, Asker>> ways = new LinkedHashMap<>();
        ways.put(OURS, address -> new WithinQuota(address, NmpaBench.QUOTA, CALL_TIMEOUT));
        ways.put("semaphore", address -> new Plain(address, connections, Limit.semaphore(connections)));
        ways.put(
                "token-bucket",
                address -> new Plain(address, connections, Limit.tokenBucket(NmpaBench.QUOTA.startsPerSecond())));
        return ways;
    }
}
