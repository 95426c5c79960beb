package epro.intake.kafka;

import epro.intake.buffer.Delivery;
import epro.intake.buffer.EncodedSubmission;
import epro.intake.buffer.SubmissionSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Consumer;

/** Measures how long the log takes, by what came of it: {@code epro_intake_ack_seconds}. */
record TimedSender(SubmissionSender sender, MeterRegistry meters) implements SubmissionSender {

    @Override
    public void send(EncodedSubmission submission, Consumer<Delivery> callback) {
        var sample = Timer.start(meters);
        sender.send(submission, delivery -> {
            sample.stop(timer(delivery));
            callback.accept(delivery);
        });
    }

    private Timer timer(Delivery delivery) {
        return Timer.builder("epro.intake.ack")
                .description("From handing a submission over to the log's answer")
                .tag("delivery", word(delivery))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(meters);
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Acknowledged _ -> "acknowledged";
            case Delivery.Unsent _ -> "unsent";
            case Delivery.Unknown _ -> "unknown";
        };
    }
}
