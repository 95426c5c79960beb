package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MemoryTest {
    private final HeldSender sender = new HeldSender();
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionBuffer buffer =
            new SubmissionBuffer(Submissions.room(2, DataSize.ofMegabytes(16)), sender, nanos::get);

    @Test
    void answersTheSameAgainWithTheFirstOnesPlaceAndSendsNothing() {
        var place = new Delivery.Acknowledged("topic", 7, 1);
        buffer.offer(Submissions.number(1));
        sender.acknowledgeOldest(place);
        acknowledged(2);

        var again = buffer.offer(Submissions.at(Instant.EPOCH.plusSeconds(9), 1, "content", 1_000));

        assertThat(again).isInstanceOfSatisfying(Offer.Accepted.class, accepted -> {
            assertThat(accepted.twin()).isEqualTo(Offer.Twin.ACKNOWLEDGED);
            assertThat(accepted.receivedAt()).isEqualTo(Instant.EPOCH);
            assertThat(accepted.delivery()).isCompletedWithValue(place);
        });
        assertThat(sender.waiting).isEmpty();
        assertThat(buffer.size()).isZero();
    }

    @Test
    void refusesOtherContentUnderTheSameId() {
        acknowledged(1);
        assertThat(buffer.offer(Submissions.number(1, "other"))).isInstanceOf(Offer.Conflicting.class);
    }

    @Test
    void answersAlsoWhileThereIsNoRoomOrNoBroker() {
        acknowledged(1);
        buffer.offer(Submissions.number(2));
        buffer.offer(Submissions.number(3));
        assertThat(buffer.offer(Submissions.number(4))).isInstanceOf(Offer.Full.class);
        assertThat(twin(1)).isEqualTo(Offer.Twin.ACKNOWLEDGED);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(buffer.offer(Submissions.number(4))).isInstanceOf(Offer.Unreachable.class);
        assertThat(twin(1)).isEqualTo(Offer.Twin.ACKNOWLEDGED);
    }

    @Test
    void answersNothingAfterClose() {
        acknowledged(1);
        buffer.close();
        assertThat(buffer.offer(Submissions.number(1))).isInstanceOf(Offer.Closed.class);
    }

    @Test
    void knowsNothingOfWhatWasNotAcknowledged() {
        buffer.offer(Submissions.number(1));
        sender.failAll();
        assertThat(twin(1)).isEqualTo(Offer.Twin.NONE);
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        for (int number = 1; number <= 4; number++) {
            acknowledged(number);
        }
        assertThat(twin(2)).isEqualTo(Offer.Twin.ACKNOWLEDGED);
        assertThat(twin(1)).isEqualTo(Offer.Twin.NONE);
    }

    @Test
    void forgetsAfterAWhileAndRemembersAnew() {
        acknowledged(1);
        acknowledged(2);
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        assertThat(twin(1)).isEqualTo(Offer.Twin.ACKNOWLEDGED);
        nanos.addAndGet(1);

        acknowledged(1);

        acknowledged(3);
        acknowledged(4);
        assertThat(twin(1)).isEqualTo(Offer.Twin.ACKNOWLEDGED);
    }

    @Test
    void remembersNothingWhereItIsToldSo() {
        var forgetful = new SubmissionBuffer(
                new BufferSettings(2, DataSize.ofMegabytes(16), 0, Duration.ofMinutes(10)), sender, nanos::get);
        forgetful.offer(Submissions.number(1));
        sender.acknowledgeOldest();

        forgetful.offer(Submissions.number(1));

        assertThat(sender.waiting).hasSize(1);
    }

    private void acknowledged(long number) {
        assertThat(twin(number)).isEqualTo(Offer.Twin.NONE);
        sender.acknowledgeOldest();
    }

    private Offer.Twin twin(long number) {
        var offer = buffer.offer(Submissions.number(number));
        assertThat(offer).isInstanceOf(Offer.Accepted.class);
        return ((Offer.Accepted) offer).twin();
    }
}
