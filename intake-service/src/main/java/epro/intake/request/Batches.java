package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.support.problem.ProblemException;
import epro.support.problem.StackOnly;
import epro.support.security.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Sends the submissions of a batch in the order of their lines.
 *
 * <ul>
 *   <li>At most 32 of a batch are on their way; the next line is read when the first of them is answered.
 *   <li>A line that is bad harms no other. Once one is known to be refused that may come again, none behind it is sent.
 *   <li>Where it does not go on to its end, because more comes than may, the sender stalls or is gone, gzip breaks off, or the
 *       service stops, the lines before are answered as they came out; one more says why. Without any before, the whole request is refused.
 * </ul>
 */
@Component
final class Batches {
    private static final Logger log = LoggerFactory.getLogger(Batches.class);
    private static final int ON_THEIR_WAY_MAX = 32;

    private final RateLimit rate;
    private final FormReader forms;
    private final Admission admission;
    private final Dispatch dispatch;
    private final RefusalCounts refusals;

    Batches(RateLimit rate, FormReader forms, Admission admission, Dispatch dispatch, RefusalCounts refusals) {
        this.rate = rate;
        this.forms = forms;
        this.admission = admission;
        this.dispatch = dispatch;
        this.refusals = refusals;
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
        dispatch.requireRunning();
    }

    /** What became of each line, in their order. */
    List<LineAnswer> take(BatchLines lines, Sender sender) {
        return new Batch(sender).take(lines);
    }

    private static ProblemException unexpected(RuntimeException failure) {
        log.error("Unexpected failure at a line of a batch, answered 500 internal: {}", StackOnly.of(failure));
        return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The service failed at this line.");
    }

    /** One of them, for one thread. */
    private final class Batch {
        private final Sender sender;
        private final Deque<Supplier<LineAnswer>> onTheirWay = new ArrayDeque<>();
        private final List<LineAnswer> answers = new ArrayList<>();
        private @Nullable ProblemException stopped;

        Batch(Sender sender) {
            this.sender = sender;
        }

        List<LineAnswer> take(BatchLines lines) {
            try {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    dispatch.requireRunning();
                    onTheirWay.add(new Line(lines.number()).send(line));
                    settle(ON_THEIR_WAY_MAX - 1);
                }
                settle(0);
            } catch (ProblemException unreadable) {
                settle(0);
                if (answers.isEmpty()) {
                    throw unreadable;
                }
                answers.add(new Line(lines.number()).unsent(lines.line(), unreadable));
            }
            if (answers.isEmpty()) {
                throw Refusals.bad("empty-batch", "A batch needs a line at least.");
            }
            return answers;
        }

        /** Waits for the first of those on their way, until so few are left. */
        private void settle(int left) {
            while (onTheirWay.size() > left) {
                answers.add(onTheirWay.remove().get());
            }
        }

        /** Every line takes its right to be sent, a bad one too, as long as any is sent at all. */
        private @Nullable ProblemException whyNot() {
            if (stopped == null) {
                try {
                    rate.take(sender.caller());
                } catch (ProblemException refusal) {
                    return refusal;
                }
            }
            return stopped;
        }

        /** One line, and what is known of it. */
        private final class Line implements Notice {
            private final int number;
            private @Nullable String id;
            private @Nullable UUID key;
            private AppVersion app = sender.app();

            Line(int number) {
                this.number = number;
            }

            @Override
            public void submissionId(String known) {
                id = known;
            }

            @Override
            public void app(AppVersion known) {
                app = known.or(sender.app());
            }

            /** What is not sent for want of a right is read all the same, so that its refusal names it. */
            Supplier<LineAnswer> send(byte[] body) {
                try {
                    var whyNot = whyNot();
                    var form = forms.read(BodyReader.checked(body), this);
                    var event = admission.admit(form, List.of(), sender.caller(), this);
                    key = UUID.fromString(event.getSubmissionKey());
                    if (whyNot != null) {
                        throw whyNot;
                    }
                    var sent = dispatch.send(event, TraceParent.continuing(sender.traceparent()));
                    var deadline = Deadline.ofAnswer();
                    return () -> answer(sent, deadline);
                } catch (RuntimeException refusal) {
                    var answer = refused(refusal);
                    return () -> answer;
                }
            }

            private LineAnswer answer(Dispatch.Sent sent, Deadline deadline) {
                try {
                    return LineAnswer.accepted(number, sent.receipt(deadline));
                } catch (RuntimeException refusal) {
                    return refused(refusal);
                }
            }

            /** Where the batch ends here, with a line that may have come or not. */
            LineAnswer unsent(byte[] body, ProblemException refusal) {
                forms.names(body, this);
                return refused(refusal);
            }

            private LineAnswer refused(RuntimeException failure) {
                var refusal = failure instanceof ProblemException known ? known : unexpected(failure);
                if (refusal.retryAfterSeconds().isPresent()) {
                    stopped = refusal;
                }
                refusals.count(refusal.code(), app);
                return LineAnswer.refused(number, id, key, refusal);
            }
        }
    }
}
