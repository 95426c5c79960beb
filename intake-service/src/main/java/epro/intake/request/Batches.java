package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends the submissions of a batch in the order of their lines.
 *
 * <ul>
 *   <li>At most 32 of a batch are on their way; the next line is read when the first of them is answered. Of all batches together
 *       half as many are as the buffer has places; each waits for its turn.
 *   <li>A line that is bad harms no other. Once one is known to be refused that may come again, none behind it is sent.
 *   <li>Where it does not go on to its end, because more comes than may, the sender stalls or is gone, gzip breaks off, or the
 *       service stops, the lines before are answered as they came out; one more says why. Without any before, the whole request is refused.
 * </ul>
 */
@Component
final class Batches {
    private static final int ON_THEIR_WAY_MAX = 32;

    private final RateLimit rate;
    private final LinePlaces places;
    private final LineReception reception;

    Batches(RateLimit rate, LinePlaces places, LineReception reception) {
        this.rate = rate;
        this.places = places;
        this.reception = reception;
    }

    /**
     * Who sends a batch.
     *
     * @param app where a line names no other
     * @param traceparent the header, as it came
     */
    record Sender(Caller caller, AppVersion app, @Nullable String traceparent) {}

    /** Refuses once no further line is to be read. */
    void requireRunning() {
        reception.requireRunning();
    }

    /** What became of each line, in their order. */
    List<LineAnswer> take(BatchLines lines, Sender sender) {
        return new Batch(sender).take(lines);
    }

    /** One of them, for one thread. */
    private final class Batch {
        private final Sender sender;
        private final Deque<LineReception.Line> onTheirWay = new ArrayDeque<>();
        private final List<LineAnswer> answers = new ArrayList<>();
        private @Nullable ProblemException stopped;

        Batch(Sender sender) {
            this.sender = sender;
        }

        List<LineAnswer> take(BatchLines lines) {
            try {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    reception.requireRunning();
                    onTheirWay.add(take(lines.number(), line));
                    settle(ON_THEIR_WAY_MAX - 1);
                }
                settle(0);
            } catch (ProblemException unreadable) {
                settle(0);
                if (answers.isEmpty()) {
                    throw unreadable;
                }
                var last = reception.line(lines.number(), sender);
                last.end(lines.line(), unreadable);
                answers.add(last.answer());
            }
            if (answers.isEmpty()) {
                throw Refusals.bad("empty-batch", "A batch needs a line at least.");
            }
            return answers;
        }

        private LineReception.Line take(int number, byte[] body) {
            var whyNot = whyNot();
            if (whyNot != null) {
                return refused(number, body, whyNot);
            }
            try (var place = places.take()) {
                reception.requireRunning();
                var failed = stopped();
                return failed == null ? sent(number, body, place) : refused(number, body, failed);
            }
        }

        private LineReception.Line sent(int number, byte[] body, LinePlaces.Place place) {
            var line = reception.line(number, sender);
            line.send(body, place);
            return line;
        }

        private LineReception.Line refused(int number, byte[] body, ProblemException whyNot) {
            var line = reception.line(number, sender);
            line.refuse(body, whyNot);
            return line;
        }

        /** Waits for the first of those on their way, until so few are left. */
        private void settle(int left) {
            while (onTheirWay.size() > left) {
                var first = onTheirWay.remove();
                answers.add(first.answer());
                first.stops().ifPresent(refusal -> stopped = refusal);
            }
        }

        /** Every line takes its right to be sent, a bad one too, as long as any is sent at all. */
        private @Nullable ProblemException whyNot() {
            var whyNot = stopped();
            if (whyNot == null) {
                try {
                    rate.take(sender.caller());
                } catch (ProblemException refusal) {
                    return refusal;
                }
            }
            return whyNot;
        }

        /** Why none is sent any more, as far as it is known without waiting, also of one that is not the first: a send may fail at once. */
        private @Nullable ProblemException stopped() {
            for (var line : onTheirWay) {
                if (line.isKnown()) {
                    var _ = line.answer();
                    line.stops().ifPresent(refusal -> stopped = refusal);
                }
            }
            return stopped;
        }
    }
}
