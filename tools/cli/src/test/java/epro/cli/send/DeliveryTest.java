package epro.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.send.Delivery.Outcome;
import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Answer ACCEPTED = new Accepted(new Place(3, 17), false);
    private static final Answer FULL = new Refused("buffer-full", Duration.ofMillis(5));
    private static final Answer INVALID = new Denied(400, "malformed-json");

    @Test
    void sendsAgainWhatIsRefusedForNow() throws InterruptedException {
        assertThat(deliver(Duration.ofSeconds(10), List.of(FULL, FULL, ACCEPTED)))
                .isEqualTo(new Outcome(ACCEPTED, 3));
    }

    @Test
    void sendsOnceWhatIsRefusedForGood() throws InterruptedException {
        assertThat(deliver(Duration.ofSeconds(10), List.of(INVALID, ACCEPTED))).isEqualTo(new Outcome(INVALID, 1));
    }

    @Test
    void waitsAsLongAsItIsTold() throws InterruptedException {
        Answer later = new Refused("buffer-full", Duration.ofMillis(300));
        long start = System.nanoTime();

        deliver(Duration.ofSeconds(10), List.of(later, ACCEPTED));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void givesUpWhenPatienceEnds() throws InterruptedException {
        assertThat(deliver(Duration.ZERO, List.of(FULL, ACCEPTED))).isEqualTo(new Outcome(FULL, 1));
    }

    private static Outcome deliver(Duration patience, List<Answer> answers) throws InterruptedException {
        Iterator<Answer> each = answers.iterator();
        return new Delivery(_ -> each.next(), patience).deliver("{}");
    }
}
