package epro.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One run that is over: what the client was answered, what the books say, what the data check found. */
record Performance(Ledger ledger, Books books, Whereabouts whereabouts, JsonNode dataCheck) {

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
        Ledger ledger = new Ledger();
        int size = letters.stream().mapToInt(Letter::size).sum();
        try (var _ = new LiveCount("Submissions", size, ledger, live)) {
            Play.perform(new Courier(stage.intake(), ledger, InstantSource.system(), PATIENCE), letters, cues);
        }
        LogEnds after = stage.settled(before);
        try (Connection connection = stage.database()) {
            Stored stored = new DatabaseBooks(connection, before).count();
            Verdicts verdicts = new Verdicts(stored.receipts(), Whereabouts.of(connection, run));
            Books books = new Books(
                    Tally.of(size, ledger), before, after, stored, verdicts.lost(ledger), verdicts.unlike(ledger));
            return new Performance(ledger, books, verdicts.whereabouts(), stage.checkData());
        }
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

    /** The same, of letters that the script sends before that moment. */
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
}
