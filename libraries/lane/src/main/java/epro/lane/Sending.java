package epro.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What became of a row of events that were sent one after the other.
 *
 * @param acknowledged how many of the first were all acknowledged
 * @param failure why the next was not
 */
record Sending(int acknowledged, Optional<Throwable> failure) {

    static Sending all(List<OutboxEvent> events, EventSender sender, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<CompletableFuture<?>> acknowledgements = new ArrayList<>(events.size());
        for (OutboxEvent event : events) {
            CompletableFuture<?> acknowledgement = send(event, sender);
            acknowledgements.add(acknowledgement);
            if (acknowledgement.isCompletedExceptionally()) {
                break;
            }
        }
        return await(acknowledgements, deadline);
    }

    private static CompletableFuture<?> send(OutboxEvent event, EventSender sender) {
        try {
            CompletionStage<?> stage = sender.send(event);
            return stage.toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Sending await(List<CompletableFuture<?>> acknowledgements, long deadline) {
        int acknowledged = 0;
        try {
            for (CompletableFuture<?> acknowledgement : acknowledgements) {
                acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                acknowledged++;
            }
            return new Sending(acknowledged, Optional.empty());
        } catch (ExecutionException e) {
            return new Sending(acknowledged, Optional.of(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            return new Sending(acknowledged, Optional.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sending(acknowledged, Optional.of(e));
        }
    }
}
