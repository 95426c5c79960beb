package epro.intake.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ThrownSendTest {
    private static final BufferSettings FOUR = Submissions.room(4, DataSize.ofMegabytes(16));

    @Test
    void freesItsPermitAndMayHaveSentIt() {
        var buffer = new SubmissionBuffer(FOUR, (_, _) -> {
            throw new IllegalStateException("broken");
        });

        var offer = (Offer.Accepted) buffer.offer(Submissions.number(1));

        assertThat(offer.delivery()).isCompletedWithValue(new Delivery.Unknown());
        assertThat(buffer.size()).isZero();
    }

    @Test
    void freesItsPermitAlsoWhereAnErrorGoesOnToTheCaller() {
        var buffer = new SubmissionBuffer(FOUR, (_, _) -> {
            throw new LinkageError("broken");
        });

        assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> buffer.offer(Submissions.number(1)));

        assertThat(buffer.size()).isZero();
        assertThat(buffer.bytes()).isZero();
    }
}
