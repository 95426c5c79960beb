package epro.benchmarks.nmpa;

import epro.benchmarks.BenchFigures;
import epro.benchmarks.Figures;
import epro.benchmarks.Goal;
import epro.benchmarks.Lane;
import epro.benchmarks.Scale;
import epro.benchmarks.Spread;
import epro.nmpa.quota.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Gathers the figures as they come in. */
final class Sheet {
    private static final double MAKESPAN_MOST = 1.01;

    private final SequencedMap<String, Lane> lanes = new LinkedHashMap<>();
    private final SequencedMap<String, Double> ratios = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    void goal(Goal goal) {
        goals.add(goal);
    }

    void simulated(String lane, SimulatedRun.Played played, Quota quota) {
        Spread perSecond = Spread.of(List.of(played.answered().size() / played.seconds()));
        lanes.put(lane, lane(perSecond, played.answered(), new LinkedHashMap<>(), true));
        int violations = played.witness().violations(quota.startsPerSecond(), quota.connections());
        goal(Goal.none("violations:" + lane, violations));
    }

    /** The violations of one that promises nothing are told as shares of its requests, and how much too fast it was at worst. */
    void measured(String lane, List<RealRun.Measured> rounds) {
        Spread perSecond =
                Spread.of(rounds.stream().map(RealRun.Measured::perSecond).toList());
        RealRun.Measured last = rounds.getLast();
        SequencedMap<String, Double> cpu = new LinkedHashMap<>();
        cpu.put("clientAndRegulator", Figures.round(last.cpuNanos() / 1e3 / last.trials()));
        lanes.put(lane, lane(perSecond, last.answered(), cpu, rounds.stream().allMatch(RealRun.Measured::isWhole)));
        ratios.put(
                "violationsPerRequest:" + lane,
                Figures.round(
                        (double) last.log().violations().size() / last.log().requests()));
        ratios.put("startsMostOverAllowed:" + lane, last.log().startsMostInASecond() / 10.0);
        ratios.put("connectionsMostOverAllowed:" + lane, last.log().connectionsMost() / 10.0);
    }

    /** Against the bound that no client can beat, and against that of one that keeps a jitter's distance. */
    void makespan(String lane, double seconds, double bound, Quota quota) {
        ratios.put("makespanOverBound:" + lane, Figures.round(seconds / bound));
        double guarded = bound * quota.window().toNanos() / 1e9;
        goal(Goal.atMost("makespanOverGuardedBound:" + lane, MAKESPAN_MOST, seconds / guarded));
    }

    BenchFigures figures(Scale scale, double warmupSeconds) {
        Boolean quick = scale.quick() ? Boolean.TRUE : null;
        return new BenchFigures(quick, scale.rounds(), warmupSeconds, lanes, ratios, goals);
    }

    /** 300ms or 3s. */
    static String text(Duration latency) {
        return latency.toMillis() % 1_000 == 0 ? latency.toSeconds() + "s" : latency.toMillis() + "ms";
    }

    private static Lane lane(
            Spread perSecond, List<Long> answered, SequencedMap<String, Double> cpu, boolean verified) {
        return new Lane(
                perSecond, Figures.percentileMs(answered, 0.5), Figures.percentileMs(answered, 0.99), cpu, verified);
    }
}
