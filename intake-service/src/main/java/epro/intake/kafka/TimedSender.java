package epro.intake.kafka;

import epro.intake.buffer.Delivery;
import epro.intake.buffer.EncodedSubmission;
import epro.intake.buffer.SubmissionSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Consumer;

/** Measures how long the log takes, by what came of it: {@code epro_intake_ack_seconds}. */
final class TimedSender implements SubmissionSender {
    private final SubmissionSender sender;
    private final Timer acknowledged;
    private final Timer unsent;
    private final Timer unknown;

    TimedSender(SubmissionSender sender, MeterRegistry meters) {
        this.sender = sender;
        acknowledged = timer(meters, "acknowledged");
        unsent = timer(meters, "unsent");
        unknown = timer(meters, "unknown");
    }

    @Override
    public void send(EncodedSubmission submission, Consumer<Delivery> callback) {
        var sample = Timer.start();
        sender.send(submission, delivery -> {
            sample.stop(timer(delivery));
            callback.accept(delivery);
        });
    }

    private Timer timer(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Acknowledged _ -> acknowledged;
            case Delivery.Unsent _ -> unsent;
            case Delivery.Unknown _ -> unknown;
        };
    }

    private static Timer timer(MeterRegistry meters, String delivery) {
        return Timer.builder("epro.intake.ack")
                .description("From handing a submission over to the log's answer")
                .tag("delivery", delivery)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(meters);
    }
}
