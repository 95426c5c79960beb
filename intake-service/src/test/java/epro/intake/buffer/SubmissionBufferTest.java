package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SubmissionBufferTest {
    private static final BufferSettings FOUR = Submissions.room(4, DataSize.ofMegabytes(16));

    private final HeldSender sender = new HeldSender();
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionBuffer buffer = new SubmissionBuffer(FOUR, sender, nanos::get);

    @Test
    void completesADeliveryWithWhatBecameOfIt() {
        var delivery = delivery(1);
        assertThat(delivery).isNotDone();

        sender.acknowledgeOldest();

        assertThat(delivery).isCompletedWithValue(HeldSender.ACKNOWLEDGED);
        assertThat(buffer.size()).isZero();
        assertThat(buffer.bytes()).isZero();
    }

    @Test
    void refusesWhenItIsFullAndTakesAgainWhenOneIsAcknowledged() {
        fill();
        assertThat(buffer.offer(Submissions.number(5))).isInstanceOf(Offer.Full.class);
        assertThat(sender.waiting).hasSize(4);

        sender.acknowledgeOldest();

        assertThat(buffer.offer(Submissions.number(5))).isInstanceOf(Offer.Accepted.class);
    }

    @Test
    void refusesWhatWouldExceedTheBytes() {
        var small = new SubmissionBuffer(Submissions.room(100, DataSize.ofKilobytes(256)), sender, nanos::get);
        int half = 128 * 1024 - 36;
        assertThat(small.offer(Submissions.of(1, "a", half))).isInstanceOf(Offer.Accepted.class);
        assertThat(small.offer(Submissions.of(2, "a", half))).isInstanceOf(Offer.Accepted.class);
        assertThat(small.bytes()).isEqualTo(256 * 1024);

        assertThat(small.offer(Submissions.of(3, "a", 1))).isInstanceOf(Offer.Full.class);
    }

    @Test
    void keepsThePermitOfACallerThatStopsWaiting() {
        delivery(1).cancel(true);

        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void ignoresASecondCallbackOfTheSameSend() {
        accept(1);
        var callback = sender.waiting.element();
        sender.failAll();
        accept(1);

        callback.accept(HeldSender.ACKNOWLEDGED);

        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void sharesTheSendOfAnEqualSubmission() {
        var first = delivery(1);

        var second = buffer.offer(Submissions.number(1));

        assertThat(sender.waiting).hasSize(1);
        assertThat(second)
                .asInstanceOf(type(Offer.Accepted.class))
                .extracting(Offer.Accepted::twin)
                .isEqualTo(Offer.Twin.ON_ITS_WAY);
        sender.acknowledgeOldest();
        assertThat(((Offer.Accepted) second).delivery()).isCompletedWithValue(first.join());
    }

    @Test
    void refusesOtherContentUnderAnIdThatIsOnItsWay() {
        accept(1);
        assertThat(buffer.offer(Submissions.number(1, "other"))).isInstanceOf(Offer.Conflicting.class);

        sender.failAll();

        assertThat(buffer.offer(Submissions.number(1, "other"))).isInstanceOf(Offer.Accepted.class);
    }

    @Test
    void takesNothingAfterCloseButLetsWhatIsOnItsWayArrive() {
        var delivery = delivery(1);
        buffer.close();

        assertThat(buffer.offer(Submissions.number(2))).isInstanceOf(Offer.Closed.class);
        assertThat(buffer.offer(Submissions.number(1))).isInstanceOf(Offer.Closed.class);
        sender.acknowledgeOldest();
        assertThat(delivery).isCompletedWithValue(HeldSender.ACKNOWLEDGED);
    }

    @Test
    void refusesAtOnceWhenTheBrokerIsSilentForASecondAndProbesOnceASecond() {
        accept(1);
        pass(Duration.ofMillis(1_001));
        assertThat(buffer.offer(Submissions.number(2))).isInstanceOf(Offer.Unreachable.class);

        pass(Duration.ofSeconds(1));

        assertThat(buffer.offer(Submissions.number(3))).isInstanceOf(Offer.Accepted.class);
        assertThat(buffer.offer(Submissions.number(4))).isInstanceOf(Offer.Unreachable.class);
    }

    @Test
    void staysUnreachableWhenAllSendsHaveFailedAndEndsWithAnAcknowledgement() {
        accept(1);
        pass(Duration.ofMillis(1_500));
        assertThat(buffer.offer(Submissions.number(2))).isInstanceOf(Offer.Unreachable.class);
        sender.failAll();
        assertThat(buffer.offer(Submissions.number(3))).isInstanceOf(Offer.Unreachable.class);

        pass(Duration.ofSeconds(1));
        accept(4);
        sender.acknowledgeOldest();

        accept(5);
        accept(6);
    }

    @Test
    void takesSubmissionsAfterAQuietNight() {
        accept(1);
        sender.acknowledgeOldest();
        pass(Duration.ofHours(9));

        accept(2);
        accept(3);
    }

    @Test
    void saysHowLongTheBufferTakesToDrainAtTheMeasuredRate() {
        for (int second = 0; second < 6; second++) {
            accept(second);
            pass(Duration.ofMillis(900));
            sender.acknowledgeOldest();
        }
        fill();

        assertThat(buffer.offer(Submissions.number(99)))
                .asInstanceOf(type(Offer.Full.class))
                .extracting(full -> full.retryAfter().toSeconds())
                .satisfies(seconds -> assertThat(seconds).isBetween(3L, 4L));
    }

    private void fill() {
        for (int number = 11; number < 15; number++) {
            accept(number);
        }
    }

    private void accept(long number) {
        assertThat(delivery(number)).isNotNull();
    }

    private CompletableFuture<Delivery> delivery(long number) {
        var offer = buffer.offer(Submissions.number(number));
        assertThat(offer).isInstanceOf(Offer.Accepted.class);
        return ((Offer.Accepted) offer).delivery();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
