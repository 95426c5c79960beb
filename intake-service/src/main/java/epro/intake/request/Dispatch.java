package epro.intake.request;

import epro.intake.buffer.Delivery;
import epro.intake.buffer.Offer;
import epro.intake.buffer.SubmissionBuffer;
import epro.intake.kafka.SubmissionEncoder;
import epro.schemas.event.SubmissionReceived;
import epro.support.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Offers submissions to the buffer, and turns what it says, and what the log says later, into receipts and refusals. */
@Component
final class Dispatch {
    private final SubmissionEncoder encoder;
    private final SubmissionBuffer buffer;
    private final MeterRegistry meters;

    Dispatch(SubmissionEncoder encoder, SubmissionBuffer buffer, MeterRegistry meters) {
        this.encoder = encoder;
        this.buffer = buffer;
        this.meters = meters;
    }

    /** A submission on its way, or in the log already. */
    record Sent(String submissionId, UUID submissionKey, Offer.Accepted accepted) {

        /** What the log has acknowledged, waited for until the deadline; every other outcome is a refusal. */
        Receipt receipt(Deadline deadline) {
            return Dispatch.receipt(this, deadline);
        }
    }

    /**
     * Refuses where so many come that what they bring isn't worth reading.
     *
     * @param named whether its refusal can name what isn't read
     */
    void requireReading(BooleanSupplier named) {
        buffer.unread().filter(offer -> named.getAsBoolean()).ifPresent(offer -> {
            throw counted("unread", full().retryAfter(offer.retryAfter()));
        });
    }

    /** Refuses once the service is stopping. */
    void requireRunning() {
        if (buffer.isClosed()) {
            throw counted("closed", Refusals.shuttingDown());
        }
    }

    /** Sends it, or refuses at once. */
    Sent send(SubmissionReceived event, String trace) {
        var submission = encoder.encode(event, trace).orElseThrow(() -> counted("not-ready", notReady()));
        return switch (buffer.offer(submission)) {
            case Offer.Accepted accepted -> {
                count(word(accepted.twin()));
                yield new Sent(event.getSubmissionId(), submission.submissionKey(), accepted);
            }
            case Offer.Conflicting() -> throw counted("conflicting", conflicting());
            case Offer.Full(Duration wait) -> throw counted("full", full().retryAfter(wait));
            case Offer.Unreachable() -> throw counted("unreachable", unreachable());
            case Offer.Closed() -> throw counted("closed", Refusals.shuttingDown());
        };
    }

    private static Receipt receipt(Sent sent, Deadline deadline) {
        return switch (await(sent.accepted().delivery(), deadline)) {
            case Delivery.Acknowledged(String topic, int partition, long offset) ->
                new Receipt(
                        sent.submissionId(),
                        sent.submissionKey(),
                        sent.accepted().receivedAt(),
                        topic,
                        partition,
                        offset,
                        sent.accepted().twin() != Offer.Twin.NONE);
            case Delivery.Unsent() -> throw unreachable();
            case Delivery.Unknown() ->
                throw Refusals.unavailable(
                                "delivery-unknown",
                                "The log has not acknowledged it in time. Send it again under the same submissionId.")
                        .retryAfter(RetryAfter.SOON.spread());
        };
    }

    private static Delivery await(CompletableFuture<Delivery> delivery, Deadline deadline) {
        try {
            return delivery.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new Delivery.Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Unknown();
        }
    }

    private static String word(Offer.Twin twin) {
        return switch (twin) {
            case NONE -> "accepted";
            case ON_ITS_WAY -> "shared";
            case ACKNOWLEDGED -> "repeated";
        };
    }

    private ProblemException counted(String result, ProblemException refusal) {
        count(result);
        return refusal;
    }

    private void count(String result) {
        meters.counter("epro.intake.offers", "result", result).increment();
    }

    private static ProblemException conflicting() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "conflicting-content",
                "Other content is on its way under the same submissionId, or was accepted lately.");
    }

    private static ProblemException full() {
        return Refusals.unavailable("buffer-full", "Too much is on its way. Nothing was sent.");
    }

    private static ProblemException unreachable() {
        return Refusals.unavailable("broker-unreachable", "The log can't be reached. Nothing was sent.")
                .retryAfter(RetryAfter.SOON.spread());
    }

    private static ProblemException notReady() {
        return Refusals.unavailable("not-ready", "The service is starting. Nothing was sent.")
                .retryAfter(RetryAfter.SOON.spread());
    }
}
