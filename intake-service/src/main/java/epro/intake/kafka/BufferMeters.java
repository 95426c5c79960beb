package epro.intake.kafka;

import epro.intake.buffer.SubmissionBuffer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** How full the buffer is. */
record BufferMeters(SubmissionBuffer buffer) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("epro.intake.in.flight", buffer, SubmissionBuffer::size)
                .description("Submissions on their way to the log")
                .register(meters);
        Gauge.builder("epro.intake.in.flight.bytes", buffer, SubmissionBuffer::bytes)
                .description("Bytes on their way to the log")
                .register(meters);
        Gauge.builder("epro.intake.in.flight.oldest", buffer, BufferMeters::oldestSeconds)
                .description("How long the oldest has been on its way")
                .baseUnit("seconds")
                .register(meters);
        permits(meters, "taken", SubmissionBuffer::size);
        permits(meters, "free", SubmissionBuffer::free);
    }

    private void permits(MeterRegistry meters, String state, ToDoubleFunction<SubmissionBuffer> count) {
        Gauge.builder("epro.intake.permits", buffer, count)
                .description("Places for submissions on their way")
                .tag("state", state)
                .register(meters);
    }

    private static double oldestSeconds(SubmissionBuffer buffer) {
        return buffer.oldest().toNanos() / 1e9;
    }
}
