package epro.cli.demo;

import epro.cli.demo.harm.Harm;
import epro.cli.demo.harm.HarmBooks;
import epro.cli.demo.harm.Mails;
import epro.cli.demo.harm.Screen;
import epro.cli.demo.harm.Suspected;
import epro.cli.submission.Answer.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One run that is over: what the client was answered, what the books say, what the data check found. */
record Performance(Ledger ledger, Books books, Whereabouts whereabouts, Aftermath harm, JsonNode dataCheck) {

    /**
     * What was suspected in the run, and when it came up.
     *
     * @param shown on the coordinator's open screen, by suspected adverse event
     * @param repeated changes that came up there again
     */
    record Aftermath(Harm found, Map<UUID, Instant> shown, long repeated) {}

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * Plays the letters, waits until all of them have arrived wherever they go, and closes the books.
     *
     * @param run the name that the letters' ids begin with
     * @param live where the count of answers is shown meanwhile
     */
    static Performance of(Stage stage, String run, List<Letter> letters, List<Play.Cue> cues, PrintStream live)
            throws InterruptedException, SQLException, IOException {
        LogEnds before = stage.ends();
        Mails mailsBefore = stage.mails();
        long repeatsBefore = stage.screen().repeats();
        Ledger ledger = new Ledger();
        int size = letters.stream().mapToInt(Letter::size).sum();
        try (var _ = new LiveCount("Submissions", size, ledger, live)) {
            Play.perform(new Courier(stage.intake(), ledger, InstantSource.system(), PATIENCE), letters, cues);
        }
        LogEnds after = stage.settled(before);
        stage.awaitAlerts(run);
        try (Connection connection = stage.database()) {
            Stored stored = new DatabaseBooks(connection, before).count();
            Verdicts verdicts = new Verdicts(stored.receipts(), Whereabouts.of(connection, run));
            Harm harm = new HarmBooks(connection, run).count(stage.mails().since(mailsBefore));
            Books books = new Books(
                    Tally.of(size, ledger),
                    before,
                    after,
                    stored,
                    Books.Differences.of(verdicts, ledger),
                    Books.HarmSum.of(harm, verdicts, ledger));
            Aftermath aftermath = new Aftermath(
                    harm, shown(harm, stage.screen()), stage.screen().repeats() - repeatsBefore);
            return new Performance(ledger, books, verdicts.whereabouts(), aftermath, stage.checkData());
        }
    }

    /** Sends letters of which nothing is counted, so that what is measured afterwards is no cold start. */
    static void warmUp(Stage stage, List<Letter> letters) throws InterruptedException {
        LogEnds before = stage.ends();
        Play.perform(new Courier(stage.intake(), new Ledger(), InstantSource.system(), PATIENCE), letters, List.of());
        stage.settled(before);
    }

    /** Compared everything and found nothing. */
    boolean clean() {
        return dataCheckState().equals("CLEAN");
    }

    String dataCheckState() {
        return dataCheck.path("state").asString("UNKNOWN");
    }

    /** From sending to 202, of the attempts that were answered so. */
    Stream<Duration> answered() {
        return ledger.acceptedAttempts().map(Attempt::took);
    }

    /** From sending to 503, of the attempts that were refused. */
    Stream<Duration> refused() {
        return ledger.attempts().stream()
                .filter(attempt -> attempt.answer() instanceof Refused)
                .map(Attempt::took);
    }

    /** The same as {@link #answered}, of letters that the script sends before that moment. */
    Stream<Duration> answeredBefore(Duration moment) {
        return ledger.acceptedAttempts()
                .filter(attempt -> attempt.letter().at().compareTo(moment) < 0)
                .map(Attempt::took);
    }

    /** From sending to the time that the stored row bears, of submissions taken at the first attempt. */
    Stream<Duration> stored() {
        return ledger.acceptedAttempts()
                .filter(attempt -> attempt.number() == 1)
                .filter(attempt -> attempt.letter().fate() == Fate.STORED
                        || attempt.letter().fate() == Fate.REJECTED)
                .flatMap(attempt -> Stream.ofNullable(whereabouts
                                .bySubmissionId()
                                .get(attempt.letter().submissionId()))
                        .map(made -> Duration.between(attempt.startedAt(), made.storedAt())));
    }

    /** From sending to the first finding, of submissions taken at the first attempt. */
    Stream<Duration> detected() {
        return sinceSending(one -> Optional.of(one.detectedAt()));
    }

    /** From sending to the moment when it came up on the coordinator's screen. */
    Stream<Duration> notified() {
        return sinceSending(one -> Optional.ofNullable(harm.shown().get(one.aeId())));
    }

    private Stream<Duration> sinceSending(Function<Suspected, Optional<Instant>> moment) {
        Map<String, Instant> sentAt = ledger.acceptedAttempts()
                .filter(attempt -> attempt.number() == 1)
                .collect(Collectors.toMap(
                        attempt -> attempt.letter().submissionId(),
                        Attempt::startedAt,
                        (first, second) -> first.isBefore(second) ? first : second));
        return harm.found().suspected().stream()
                .filter(one -> sentAt.containsKey(one.submissionId()))
                .flatMap(one ->
                        moment.apply(one).stream().map(at -> Duration.between(sentAt.get(one.submissionId()), at)));
    }

    private static Map<UUID, Instant> shown(Harm harm, Screen screen) {
        Map<UUID, Instant> shown = new HashMap<>();
        harm.suspected().forEach(one -> screen.saw(one.aeId()).ifPresent(at -> shown.put(one.aeId(), at)));
        return shown;
    }
}
