package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.demo.Whereabouts.Made;
import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final Place PLACE = new Place(3, 17);
    private static final Whereabouts STORED = new Whereabouts(Map.of("id", new Made("STORED", Instant.EPOCH)));

    private final Ledger ledger = new Ledger();

    @Test
    void findsWhatWasAcknowledgedAndHasNoReceipt() {
        accepted(Fate.STORED);
        assertThat(new Verdicts(Map.of(), STORED).lost(ledger)).isEqualTo(1);
        assertThat(new Verdicts(Map.of(), STORED).kept(ledger)).isZero();
        assertThat(new Verdicts(Map.of(PLACE, "STORED"), STORED).lost(ledger)).isZero();
        assertThat(new Verdicts(Map.of(PLACE, "STORED"), STORED).kept(ledger)).isEqualTo(1);
    }

    @Test
    void findsASubmissionThatTheDatabaseDoesNotKnow() {
        accepted(Fate.DUPLICATE);
        Whereabouts nowhere = new Whereabouts(Map.of());
        assertThat(new Verdicts(Map.of(PLACE, "DUPLICATE"), nowhere).lost(ledger))
                .isEqualTo(1);
    }

    @Test
    void countsReceiptsThatNoAnswerNames() {
        accepted(Fate.STORED);
        Map<Place, String> receipts = Map.of(PLACE, "STORED", new Place(3, 18), "DUPLICATE");
        assertThat(new Verdicts(receipts, STORED).unannounced(ledger)).isEqualTo(1);
    }

    @Test
    void asksASubmissionForItsStateEvenIfItsOwnRecordCameSecond() {
        accepted(Fate.STORED);
        assertThat(new Verdicts(Map.of(PLACE, "DUPLICATE"), STORED).unlike(ledger))
                .isZero();
    }

    @Test
    void findsWhatBecameSomethingElse() {
        accepted(Fate.REJECTED);
        assertThat(new Verdicts(Map.of(PLACE, "STORED"), STORED).unlike(ledger)).isEqualTo(1);
    }

    @Test
    void asksWhatCameAfterForItsOwnReceipt() {
        accepted(Fate.CONFLICT);
        assertThat(new Verdicts(Map.of(PLACE, "CONFLICT"), STORED).unlike(ledger))
                .isZero();
        assertThat(new Verdicts(Map.of(PLACE, "DUPLICATE"), STORED).unlike(ledger))
                .isEqualTo(1);
    }

    @Test
    void holdsForTheSameAgainWhatIntakeRemembered() {
        accepted(Fate.STORED);
        answered(Fate.DUPLICATE, new Accepted(PLACE, true));
        Verdicts verdicts = new Verdicts(Map.of(PLACE, "STORED"), STORED);
        assertThat(verdicts.unlike(ledger)).isZero();
        answered(Fate.DUPLICATE, new Accepted(PLACE, false));
        answered(Fate.DUPLICATE, new Accepted(new Place(3, 18), true));
        assertThat(verdicts.unlike(ledger)).isEqualTo(2);
    }

    @Test
    void takesARefusalForAConflictAndForNothingElse() {
        Verdicts verdicts = new Verdicts(Map.of(PLACE, "STORED"), STORED);
        answered(Fate.CONFLICT, new Denied(409, "conflicting-content"));
        assertThat(verdicts.unlike(ledger)).isZero();
        answered(Fate.CONFLICT, new Denied(403, "forbidden"));
        answered(Fate.STORED, new Denied(409, "conflicting-content"));
        assertThat(verdicts.unlike(ledger)).isEqualTo(2);
    }

    @Test
    void findsWhatWasOverlooked() {
        accepted(Fate.REJECTED, true);
        assertThat(new Verdicts(Map.of(PLACE, "REJECTED"), STORED).overlooked(ledger, Set.of("id")))
                .isZero();
        assertThat(new Verdicts(Map.of(PLACE, "REJECTED"), STORED).overlooked(ledger, Set.of("other")))
                .isEqualTo(1);
    }

    private void accepted(Fate fate) {
        accepted(fate, false);
    }

    private void accepted(Fate fate, boolean alarming) {
        answered(new Letter(Duration.ZERO, "id", fate, "{}", alarming, List.of()), new Accepted(PLACE, false));
    }

    private void answered(Fate fate, Answer answer) {
        answered(new Letter(Duration.ZERO, "id", fate, "{}", false, List.of()), answer);
    }

    private void answered(Letter letter, Answer answer) {
        ledger.enter(new Attempt(letter, 1, Instant.EPOCH, Duration.ZERO, answer));
    }
}
