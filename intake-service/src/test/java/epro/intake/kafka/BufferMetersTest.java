package epro.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.buffer.BufferSettings;
import epro.intake.buffer.EncodedSubmission;
import epro.intake.buffer.SubmissionBuffer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BufferMetersTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void sayHowManyPlacesAreTakenAndFree() {
        var settings = new BufferSettings(7, DataSize.ofMegabytes(1), 0, Duration.ofMinutes(1));
        var buffer = new SubmissionBuffer(settings, (_, _) -> {});
        new BufferMeters(buffer).bindTo(meters);
        assertThat(places("taken")).isZero();
        assertThat(places("free")).isEqualTo(7);

        buffer.offer(new EncodedSubmission(
                UUID.randomUUID(), UUID.randomUUID(), "", Instant.EPOCH, ByteBuffer.allocate(1), Map.of()));

        assertThat(places("taken")).isEqualTo(1);
        assertThat(places("free")).isEqualTo(6);
        assertThat(meters.get("epro.intake.in.flight").gauge().value()).isEqualTo(1);
    }

    private double places(String state) {
        return meters.get("epro.intake.permits").tag("state", state).gauge().value();
    }
}
