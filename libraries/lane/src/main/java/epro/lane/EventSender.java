package epro.lane;

import java.util.concurrent.CompletionStage;

/** Sends one event; the stage completes when the broker has acknowledged it. */
@FunctionalInterface
public interface EventSender {

    CompletionStage<?> send(OutboxEvent event);
}
