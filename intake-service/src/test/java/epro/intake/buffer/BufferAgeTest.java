package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BufferAgeTest {
    private final HeldSender sender = new HeldSender();
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionBuffer buffer =
            new SubmissionBuffer(Submissions.room(4, DataSize.ofMegabytes(16)), sender, nanos::get);

    @Test
    void isThatOfTheOldestOnItsWay() {
        assertThat(buffer.oldest()).isZero();
        buffer.offer(Submissions.number(1));
        nanos.addAndGet(Duration.ofMillis(300).toNanos());
        buffer.offer(Submissions.number(2));
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        assertThat(buffer.oldest()).isEqualTo(Duration.ofMillis(500));

        sender.acknowledgeOldest();

        assertThat(buffer.oldest()).isEqualTo(Duration.ofMillis(200));
    }
}
