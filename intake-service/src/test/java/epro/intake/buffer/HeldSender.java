package epro.intake.buffer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A sender that answers when the test says so, oldest first. */
final class HeldSender implements SubmissionSender {
    static final Delivery.Acknowledged ACKNOWLEDGED = new Delivery.Acknowledged("topic", 3, 42);

    final Deque<Consumer<Delivery>> waiting = new ArrayDeque<>();

    @Override
    public void send(EncodedSubmission submission, Consumer<Delivery> callback) {
        waiting.add(callback);
    }

    Consumer<Delivery> acknowledgeOldest() {
        return acknowledgeOldest(ACKNOWLEDGED);
    }

    Consumer<Delivery> acknowledgeOldest(Delivery.Acknowledged place) {
        var callback = waiting.remove();
        callback.accept(place);
        return callback;
    }

    void failAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().accept(new Delivery.Unknown());
        }
    }
}
