package epro.benchmarks.intake;

import epro.benchmarks.BenchFigures;
import epro.benchmarks.Figures;
import epro.benchmarks.Goal;
import epro.benchmarks.Lane;
import epro.benchmarks.Scale;
import epro.benchmarks.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/** Gathers the figures as they come in, and holds them against what was promised. */
final class Sheet {
    static final String LIMIT = "log-alone";

    private static final double OVER_SHARED = 0.7;
    private static final double CPU_OVER_SHARED_MOST = 2;
    private static final double BROKER_OVER_SHARED_MOST = 1.3;
    private static final double P99_OVER_SHARED_MOST = 3;
    private static final double OVER_BLOCKING = 5;
    private static final double GOODPUT = 0.9;
    private static final double REFUSED_WITHIN_MS = 50;
    private static final double HEAP_GROWTH_MOST = 1.2;
    private static final double RECOVERED_WITHIN_SECONDS = 5;
    private static final double FLUSHED_P99_MOST = 2;
    private static final double NOISE_REFUSED = 0.9;
    private static final double BESIDE_NOISE_MOST = 1.5;

    private final SequencedMap<String, Lane> lanes = new LinkedHashMap<>();
    private final SequencedMap<String, Double> ratios = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    void limit(List<ProducerLimit.Said> rounds) {
        Spread perSecond = spread(rounds, ProducerLimit.Said::perSecond);
        double p50 = spread(rounds, ProducerLimit.Said::p50Ms).median();
        double p99 = spread(rounds, ProducerLimit.Said::p99Ms).median();
        lanes.put(LIMIT, new Lane(perSecond, p50, p99, new LinkedHashMap<>(), true));
    }

    /** All ways, and how ours stands beside the others. Percentiles and processor times are medians of the rounds. */
    void measured(double pace, SequencedMap<String, List<Round>> ways) {
        ratio("pacePerSecond", pace);
        ways.forEach((name, rounds) -> {
            lanes.put(name, lane(rounds));
            ratio("generatorShareOfProcessorTime:" + name, median(rounds, Round::generatorShare));
            ratio("generatorLateMs:" + name, median(rounds, Round::lateMs));
            goals.add(Goal.none(
                    "unverified:" + name,
                    rounds.stream().filter(round -> !round.verified()).count()));
        });
        compare(of(ways, Ground.OURS), of(ways, Ground.SHARED), of(ways, Ground.BLOCKING));
    }

    private static List<Round> of(SequencedMap<String, List<Round>> ways, String name) {
        return Objects.requireNonNull(ways.get(name), name);
    }

    private void compare(List<Round> ours, List<Round> shared, List<Round> blocking) {
        double perSecond = median(ours, Round::perSecond);
        goals.add(Goal.atLeast("ours/" + Ground.SHARED, OVER_SHARED, perSecond / median(shared, Round::perSecond)));
        goals.add(
                Goal.atLeast("ours/" + Ground.BLOCKING, OVER_BLOCKING, perSecond / median(blocking, Round::perSecond)));
        goals.add(Goal.atMost(
                "cpuOfServerAndBroker/" + Ground.SHARED,
                CPU_OVER_SHARED_MOST,
                median(ours, Round::servingMicros) / median(shared, Round::servingMicros)));
        goals.add(Goal.atMost(
                "cpuOfBroker/" + Ground.SHARED,
                BROKER_OVER_SHARED_MOST,
                median(ours, Sheet::brokerMicros) / median(shared, Sheet::brokerMicros)));
        goals.add(Goal.atMost(
                "p99/" + Ground.SHARED,
                P99_OVER_SHARED_MOST,
                median(ours, Round::p99Ms) / median(shared, Round::p99Ms)));
    }

    void noisy(Noise.Outcome outcome) {
        ratio("noisy:othersP99MsWithout", outcome.p99Alone());
        ratio("noisy:othersP99MsWith", outcome.p99Beside());
        goals.add(Goal.atLeast("noisy:refusedOfItsOwn", NOISE_REFUSED, outcome.refused()));
        goals.add(Goal.atMost("noisy:othersP99", BESIDE_NOISE_MOST, outcome.p99Beside() / outcome.p99Alone()));
    }

    void overloaded(Overload.Outcome outcome) {
        ratio("overload:capacityPerSecond", outcome.capacity());
        ratio("overload:usualP99Ms", outcome.usualP99Ms());
        ratio("overload:leastHeapGrowth", outcome.leastHeapGrowth());
        goals.add(Goal.atLeast("overload:goodputOverCapacity", GOODPUT, outcome.goodput() / outcome.capacity()));
        goals.add(Goal.atMost("overload:refusedP99Ms", REFUSED_WITHIN_MS, outcome.refusedP99Ms()));
        goals.add(Goal.atMost("overload:heapGrowth", HEAP_GROWTH_MOST, outcome.heapGrowth()));
        goals.add(Goal.atMost("overload:recoveredSeconds", RECOVERED_WITHIN_SECONDS, outcome.recoveredSeconds()));
        goals.add(Goal.none("overload:neither202Nor503", outcome.others()));
    }

    void flushed(FlushPrice.Outcome outcome) {
        ratio("flush:perSecondWithOverWithout", outcome.perSecondWith() / outcome.perSecondWithout());
        ratio("flush:p99MsWith", outcome.p99With());
        ratio("flush:p99MsWithout", outcome.p99Without());
        goals.add(Goal.atMost("flush:p99WithOverWithout", FLUSHED_P99_MOST, outcome.p99With() / outcome.p99Without()));
    }

    BenchFigures figures(Scale scale, double warmupSeconds) {
        Boolean quick = scale.quick() ? Boolean.TRUE : null;
        return new BenchFigures(quick, scale.rounds(), warmupSeconds, lanes, ratios, goals);
    }

    private static Lane lane(List<Round> rounds) {
        SequencedMap<String, Double> cpu = new LinkedHashMap<>();
        for (String process : List.of(Round.SERVER, Round.BROKER, Round.GENERATOR)) {
            cpu.put(process, median(rounds, round -> round.cpu(process)));
        }
        return new Lane(
                spread(rounds, Round::perSecond),
                median(rounds, Round::p50Ms),
                median(rounds, Round::p99Ms),
                cpu,
                rounds.stream().allMatch(Round::verified));
    }

    private static double brokerMicros(Round round) {
        return round.cpu(Round.BROKER);
    }

    private void ratio(String name, double measured) {
        ratios.put(name, Figures.round(measured));
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return spread(rounds, figure).median();
    }

    private static <T> Spread spread(List<T> rounds, ToDoubleFunction<T> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
