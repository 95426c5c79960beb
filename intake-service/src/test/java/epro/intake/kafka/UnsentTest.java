package epro.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.buffer.Delivery;
import epro.intake.buffer.EncodedSubmission;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the producer refuses on the caller's own thread never left this process, and is known at once. */
class UnsentTest {
    private final SubmissionProducer producer =
            new SubmissionProducer(new LogSettings("127.0.0.1:1", "http://127.0.0.1:1"));

    @AfterEach
    void close() {
        producer.close(Duration.ZERO);
    }

    @Test
    void isWhatComesBeforeABrokersNameIsKnown() {
        assertThat(sent()).containsExactly(new Delivery.Unsent());
    }

    @Test
    void isWhatHasNoMetadata() {
        producer.open();

        assertThat(sent()).containsExactly(new Delivery.Unsent());
    }

    @Test
    void isWhatComesOnceTheProducerIsClosed() {
        producer.open();
        producer.close(Duration.ZERO);

        assertThat(sent()).containsExactly(new Delivery.Unsent());
    }

    /** What was said by the time that sending returned. */
    private List<Delivery> sent() {
        var said = new ArrayList<Delivery>();
        new KafkaSubmissionSender(producer)
                .send(
                        new EncodedSubmission(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "",
                                Instant.EPOCH,
                                ByteBuffer.allocate(1),
                                Map.of()),
                        said::add);
        return List.copyOf(said);
    }
}
