package epro.cli.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import epro.cli.audit.AuditTrail;
import epro.cli.chaos.fault.Grounds;
import epro.cli.chaos.fault.Strike;
import epro.cli.chaos.judge.Invariant;
import epro.cli.chaos.judge.Judge;
import epro.cli.chaos.judge.Log;
import epro.cli.chaos.judge.Quiet;
import epro.cli.chaos.judge.Violation;
import epro.cli.chaos.traffic.Attempt;
import epro.cli.chaos.traffic.Ledger;
import epro.cli.chaos.traffic.Message;
import epro.cli.chaos.traffic.Senders;
import epro.cli.chaos.traffic.Traffic;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** One run: traffic, faults in the middle of it, quiet, judgement. */
record ChaosRun(Grounds grounds, List<Senders.Door> doors, Log log, Path ledgers, Size size) {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration BEFORE_SENT = Duration.ofHours(1);

    /** How much is sent, over which time, and by how many. */
    record Size(int submissions, Duration span, int clients) {

        private static final int AT_LEAST = 300;

        static final Size SMALL = new Size(100, Duration.ofSeconds(6), Chaos.CLIENTS);

        /** Each client sends twice or more, on average. */
        static Size of(int clients) {
            return new Size(Math.max(AT_LEAST, 2 * clients), Duration.ofSeconds(15), clients);
        }
    }

    private record Aftermath(List<Attempt> attempts, double quietSeconds, Judge.Verdict verdict) {}

    /** @param lots which door each goes to, and who gives up */
    private record Batch(List<Message> messages, Random lots) {}

    ChaosFigures.Run perform(long seed, int number, Scenario scenario) throws Exception {
        String study = study(seed, number);
        Random dice = Scenario.dice(seed, number);
        List<Batch> batches = batches(study, scenario.faults().size(), dice);
        Judge judge = new Judge(study, log);
        try (Ledger ledger = new Ledger(ledgers.resolve(study + ".ndjson"));
                Senders senders = new Senders(doors, ledger, CLOCK, PATIENCE)) {
            List<Strike> strikes = strike(scenario, senders, batches, dice);
            long calm = System.nanoTime();
            Optional<String> unquiet = new Quiet(grounds::reader, log).await(study, judge.beganAt());
            double quietSeconds = Duration.ofNanos(System.nanoTime() - calm).toMillis() / 1000.0;
            List<String> restless =
                    Stream.concat(unquiet.stream(), grounds.missing().stream()).toList();
            Judge.Verdict verdict = new Reckoning(restless, strikes)
                    .of(
                            () -> verdict(judge, ledger),
                            () -> AuditTrail.faults(grounds.stack().endpoints()));
            return figures(number, scenario.name(), strikes, new Aftermath(ledger.attempts(), quietSeconds, verdict));
        }
    }

    /** The study that a run plays in, and no other. */
    static String study(long seed, int number) {
        return "chaos-%d-%d".formatted(seed, number);
    }

    /** All of them before anything strikes: how much dice a fault takes may hang on what it meets. */
    private List<Batch> batches(String study, int count, Random dice) {
        Instant completedAt = CLOCK.instant().minus(BEFORE_SENT).truncatedTo(ChronoUnit.SECONDS);
        Traffic traffic = new Traffic(study, size.submissions(), size.span(), size.clients(), completedAt);
        List<Batch> batches = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            batches.add(new Batch(traffic.messages(dice, number), new Random(dice.nextLong())));
        }
        return List.copyOf(batches);
    }

    /** Each fault strikes amid a batch of its own, however long the one before it took; returns when all are answered. */
    private List<Strike> strike(Scenario scenario, Senders senders, List<Batch> batches, Random dice) throws Exception {
        List<Strike> strikes = new ArrayList<>();
        List<Future<?>> sent = new ArrayList<>();
        for (int index = 0; index < scenario.faults().size(); index++) {
            Batch batch = batches.get(index);
            sent.add(senders.begin(batch.messages(), batch.lots()));
            Thread.sleep(scenario.pauses().get(index));
            strikes.add(scenario.faults().get(index).strike(grounds, dice));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        return List.copyOf(strikes);
    }

    private Judge.Verdict verdict(Judge judge, Ledger ledger) throws InterruptedException, SQLException {
        try (Connection reader = grounds.reader()) {
            return judge.judge(ledger, reader);
        }
    }

    private static ChaosFigures.Run figures(int number, String scenario, List<Strike> strikes, Aftermath after) {
        List<Attempt> attempts = after.attempts();
        Judge.Verdict verdict = after.verdict();
        return new ChaosFigures.Run(
                number,
                scenario,
                strikes,
                strikes.stream().allMatch(Strike::happened),
                ids(attempts, Object.class),
                ids(attempts, Accepted.class),
                count(attempts, Refused.class),
                count(attempts, Unknown.class),
                verdict.became().actions(),
                numbers(verdict.violations()),
                Recovery.of(strikes, acceptedAt(attempts), verdict.became().times()),
                after.quietSeconds(),
                story(strikes, verdict));
    }

    private static Map<String, Long> numbers(List<Violation> violations) {
        Map<Invariant, Long> found = violations.stream().collect(groupingBy(Violation::invariant, counting()));
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Invariant invariant : Invariant.values()) {
            numbers.put(invariant.name(), found.getOrDefault(invariant, 0L));
        }
        return numbers;
    }

    private static List<Instant> acceptedAt(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.answer() instanceof Accepted)
                .map(Attempt::answeredAt)
                .sorted()
                .toList();
    }

    /** Nothing where everything holds. */
    private static List<String> story(List<Strike> strikes, Judge.Verdict verdict) {
        if (verdict.violations().isEmpty()) {
            return List.of();
        }
        Stream<String> faults = strikes.stream()
                .map(strike -> "%s from %s until %s: %s"
                        .formatted(strike.fault(), strike.from(), strike.healed(), strike.proof()));
        Stream<String> violations = verdict.violations().stream()
                .map(one -> "%s (%s) %s: %s"
                        .formatted(one.invariant(), one.invariant().text(), one.subject(), one.detail()));
        return Stream.of(faults, violations, verdict.stories().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static long ids(List<Attempt> attempts, Class<?> answer) {
        return attempts.stream()
                .filter(attempt -> answer.isInstance(attempt.answer()))
                .map(attempt -> attempt.message().submissionId())
                .distinct()
                .count();
    }

    private static long count(List<Attempt> attempts, Class<?> answer) {
        return attempts.stream()
                .filter(attempt -> answer.isInstance(attempt.answer()))
                .count();
    }
}
