package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CrowdTest {
    private static final int READ_MAX = 16;

    private final HeldSender sender = new HeldSender();
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionBuffer buffer =
            new SubmissionBuffer(Submissions.room(1, DataSize.ofMegabytes(16)), sender, nanos::get);

    @BeforeEach
    void fill() {
        accept(0);
    }

    @Test
    void isReadAsLongAsItIsSmall() {
        refuse(READ_MAX - 1);

        assertThat(buffer.unread()).isEmpty();
    }

    @Test
    void isNotReadOnceManyWereRefusedInAMoment() {
        refuse(READ_MAX);

        assertThat(buffer.unread())
                .hasValueSatisfying(full -> assertThat(full.retryAfter()).isPositive());
    }

    @Test
    void isReadAgainInTheNextMoment() {
        refuse(READ_MAX);
        nanos.addAndGet(Duration.ofMillis(63).toNanos());

        assertThat(buffer.unread()).isEmpty();
    }

    @Test
    void isReadAsSoonAsThereIsRoomAndNotWhenItIsGone() {
        refuse(READ_MAX);
        sender.acknowledgeOldest();
        assertThat(buffer.unread()).isEmpty();

        accept(1);
        assertThat(buffer.unread()).isPresent();
    }

    @Test
    void isReadOnceTheBufferIsClosedAndThenToldThat() {
        refuse(READ_MAX);
        buffer.close();

        assertThat(buffer.unread()).isEmpty();
        assertThat(buffer.offer(Submissions.number(1))).isInstanceOf(Offer.Closed.class);
    }

    @Test
    void isNoneOfThoseWhoAreAnsweredWithoutRoom() {
        for (int time = 0; time < READ_MAX; time++) {
            accept(0);
        }

        assertThat(buffer.unread()).isEmpty();
    }

    private void accept(long number) {
        assertThat(buffer.offer(Submissions.number(number))).isInstanceOf(Offer.Accepted.class);
    }

    private void refuse(int many) {
        for (int number = 1; number <= many; number++) {
            assertThat(buffer.offer(Submissions.number(number))).isInstanceOf(Offer.Full.class);
        }
    }
}
