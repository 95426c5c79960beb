package epro.benchmarks.processing;

import epro.benchmarks.BenchFigures;
import epro.benchmarks.Figures;
import epro.benchmarks.Goal;
import epro.benchmarks.Lane;
import epro.benchmarks.Scale;
import epro.benchmarks.Spread;
import epro.stack.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** Gathers the figures as they come in, and holds them against what was promised. */
final class Sheet {
    static final String ONE_CHAIN = "one-chain";
    static final String CHAIN_PER_PARTITION = "chain-per-partition";
    static final String OURS = "ours";
    static final String UNCHAINED = "ours-unchained";
    static final String UPSERT = "plain-upsert";

    static final String FEW = "ours-with-few-stored";
    static final String MANY = "ours-with-many-stored";

    private static final double OVER_ONE_CHAIN = 10;
    private static final double OVER_CHAIN_PER_PARTITION = 3;
    private static final double OVER_UPSERT = 0.5;
    private static final double CHAIN_COSTS_MOST = 0.1;
    private static final double VERIFIED_A_SECOND = 200_000;
    private static final double FLAT_WITHIN = 0.15;
    private static final double RECOVERED_WITHIN_SECONDS = 10;

    private final SequencedMap<String, Lane> lanes = new LinkedHashMap<>();
    private final SequencedMap<String, Double> ratios = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();
    private final Map<String, Double> processorTimes = new HashMap<>();

    void lane(String name, Lane lane) {
        lanes.put(name, lane);
    }

    /** All rounds of a way; anything that was not verified spoils the lane and misses a goal. */
    void measured(String name, List<Burst> rounds) {
        Burst last = rounds.getLast();
        boolean verified = rounds.stream().allMatch(Burst::verified);
        lanes.put(name, new Lane(spread(rounds), last.p50Ms(), last.p99Ms(), last.cpuMicros(), verified));
        processorTimes.put(name, micros(rounds));
        goals.add(Goal.none(
                "unverified:" + name,
                rounds.stream().filter(Predicate.not(Burst::verified)).count()));
    }

    /** Once all ways are measured. */
    void compare() {
        atLeast(OURS + "/" + ONE_CHAIN, OVER_ONE_CHAIN, perSecond(OURS) / perSecond(ONE_CHAIN));
        atLeast(
                OURS + "/" + CHAIN_PER_PARTITION,
                OVER_CHAIN_PER_PARTITION,
                perSecond(OURS) / perSecond(CHAIN_PER_PARTITION));
        atLeast(OURS + "/" + UPSERT, OVER_UPSERT, perSecond(OURS) / perSecond(UPSERT));
        goals.add(Goal.atMost("chainCosts", CHAIN_COSTS_MOST, 1 - perSecond(OURS) / perSecond(UNCHAINED)));
        ratio("chainCostsProcessorTime", 1 - processorTime(UNCHAINED) / processorTime(OURS));
    }

    /** The service with few records in its tables. */
    void few(List<Burst> bursts) {
        measured(FEW, bursts);
    }

    /** The same load with many, beside what it was with few. */
    void many(List<Burst> bursts) {
        measured(MANY, bursts);
        ratio("processorTimeWithManyOverFew", processorTime(MANY) / processorTime(FEW));
        goals.add(Goal.flat("costWithManyOverFew", FLAT_WITHIN, perSecond(FEW) / perSecond(MANY)));
    }

    void verified(Ledger.Verified verified) {
        double perSecond = verified.entries() / verified.seconds();
        ratio("verifiedPerSecondOfItsThread", verified.entries() / verified.cpuSeconds());
        goals.add(Goal.atLeast("verifiedPerSecond", VERIFIED_A_SECOND, perSecond));
        goals.add(Goal.none("chainsThatDoNotHold", verified.sound() ? 0 : 1));
    }

    void checked(WholeCheck check) {
        ratio("dataCheckOffsets", (double) check.offsets());
        ratio("dataCheckOffsetsPerSecond", check.offsets() / check.seconds());
        goals.add(Goal.none("dataCheckNotClean", check.clean() ? 0 : 1));
    }

    void recovered(Part killed, Recovery recovery) {
        ratio("secondsAway:" + killed.text(), recovery.awaySeconds());
        goals.add(Goal.atMost("recoverySeconds:" + killed.text(), RECOVERED_WITHIN_SECONDS, recovery.seconds()));
        goals.add(Goal.none("notWholeAfter:" + killed.text(), recovery.whole() ? 0 : 1));
    }

    BenchFigures figures(Scale scale, double warmupSeconds) {
        Boolean quick = scale.quick() ? Boolean.TRUE : null;
        return new BenchFigures(quick, scale.rounds(), warmupSeconds, lanes, ratios, goals);
    }

    private void atLeast(String name, double least, double measured) {
        ratio(name, measured);
        goals.add(Goal.atLeast(name, least, measured));
    }

    private void ratio(String name, double measured) {
        ratios.put(name, Figures.round(measured));
    }

    private double perSecond(String lane) {
        return known(lane, lanes).perSecond().median();
    }

    private double processorTime(String lane) {
        return known(lane, processorTimes);
    }

    private static <T> T known(String lane, Map<String, T> figures) {
        T figure = figures.get(lane);
        if (figure == null) {
            throw new IllegalStateException(lane + " was not measured");
        }
        return figure;
    }

    private static Spread spread(List<Burst> rounds) {
        return Spread.of(rounds.stream().map(Burst::perSecond).toList());
    }

    /** The median of all processes' processor time for a record. */
    private static double micros(List<Burst> rounds) {
        return Spread.of(rounds.stream()
                        .map(round -> round.cpuMicros().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .toList())
                .median();
    }
}
