package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final Refused BUSY = new Refused("buffer-full", Duration.ofMillis(1));
    private static final Letter AGAIN = new Letter(Duration.ZERO, "id", Fate.DUPLICATE, "again", false, List.of());
    private static final Letter LETTER = new Letter(Duration.ZERO, "id", Fate.STORED, "first", false, List.of(AGAIN));

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final Ledger ledger = new Ledger();

    @Test
    void sendsAgainUntilAcceptedAndThenWhatFollows() throws InterruptedException {
        answers.addAll(List.of(BUSY, new Unknown("delivery-unknown"), accepted(5), accepted(6)));
        deliver(Duration.ofSeconds(10));

        assertThat(sent).containsExactly("first", "first", "first", "again");
        assertThat(ledger.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3, 1);
        assertThat(Tally.of(2, ledger))
                .returns(2L, Tally::answered202)
                .returns(2L, Tally::resent)
                .returns(1L, Tally::refusedAltogether)
                .returns(1L, Tally::unknown);
    }

    @Test
    void takesNoForAnAnswer() throws InterruptedException {
        answers.add(new Denied(403, "forbidden"));
        deliver(Duration.ofSeconds(10));

        assertThat(sent).containsExactly("first");
        assertThat(Tally.of(2, ledger).denied()).containsEntry("403 forbidden", 1L);
    }

    @Test
    void givesUpWhenPatienceEnds() throws InterruptedException {
        answers.addAll(List.of(BUSY, BUSY));
        deliver(Duration.ZERO);

        assertThat(sent).containsExactly("first");
    }

    @Test
    void countsARecordOnceThatTwoAnswersName() throws InterruptedException {
        answers.addAll(List.of(accepted(5), accepted(5)));
        deliver(Duration.ofSeconds(10));

        assertThat(Tally.of(2, ledger)).returns(1L, Tally::sharing).returns(1L, Tally::acknowledged);
    }

    private void deliver(Duration patience) throws InterruptedException {
        new Courier(this::answer, ledger, InstantSource.fixed(Instant.EPOCH), patience).deliver(LETTER);
    }

    private Answer answer(String body) {
        sent.add(body);
        return answers.remove();
    }

    private static Accepted accepted(long offset) {
        return new Accepted(new Place(0, offset), false);
    }
}
