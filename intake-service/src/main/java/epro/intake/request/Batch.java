package epro.intake.request;

import epro.schemas.event.SubmissionReceived;
import epro.support.problem.ProblemException;
import epro.support.problem.StackOnly;
import epro.support.security.Caller;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The submissions of one batch, sent in the order of their lines. For one thread.
 *
 * <ul>
 *   <li>At most 32 are on their way; the next line is read when the first of them is answered.
 *   <li>A line that is bad harms no other. Once one is known to be refused that may come again, none behind it is sent.
 *   <li>Where more comes than may, or gzip breaks off, the lines before are answered as they came out; one more says why.
 *       Without any before, the whole request is refused.
 * </ul>
 */
final class Batch {
    private static final Logger log = LoggerFactory.getLogger(Batch.class);
    private static final int ON_THEIR_WAY_MAX = 32;

    private final Admission admission;
    private final Caller caller;
    private final Way way;
    private final RefusalCounts refusals;
    private final AppVersion sender;
    private final Deque<Supplier<LineAnswer>> onTheirWay = new ArrayDeque<>();
    private final List<LineAnswer> answers = new ArrayList<>();
    private @Nullable ProblemException stopped;

    /**
     * A batch of this caller.
     *
     * @param sender the app that sends it, where a line names no other
     */
    Batch(Admission admission, Caller caller, Way way, RefusalCounts refusals, AppVersion sender) {
        this.admission = admission;
        this.caller = caller;
        this.way = way;
        this.refusals = refusals;
        this.sender = sender;
    }

    /** How a line gets to the log; either step may refuse it. */
    interface Way {
        void allow();

        Dispatch.Sent send(SubmissionReceived event);
    }

    void take(BatchLines lines) throws IOException {
        try {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                onTheirWay.add(send(new Line(lines.number()), line));
                settle(ON_THEIR_WAY_MAX - 1);
            }
            settle(0);
        } catch (ProblemException unreadable) {
            settle(0);
            if (answers.isEmpty()) {
                throw unreadable;
            }
            answers.add(new Line(lines.number()).refused(unreadable));
        }
        if (answers.isEmpty()) {
            throw Refusals.bad("empty-batch", "A batch needs a line at least.");
        }
    }

    List<LineAnswer> answers() {
        return answers;
    }

    /** Waits for the first of those on their way, until so few are left. */
    private void settle(int left) {
        while (onTheirWay.size() > left) {
            answers.add(onTheirWay.remove().get());
        }
    }

    private Supplier<LineAnswer> send(Line line, byte[] body) {
        try {
            var late = refusalOfRight();
            var event = admission.admit(BodyReader.checked(body), List.of(), caller, line);
            if (late != null) {
                throw late;
            }
            var sent = way.send(event);
            var deadline = Deadline.ofAnswer();
            return () -> answer(line, sent, deadline);
        } catch (RuntimeException refusal) {
            var answer = line.refused(refusal);
            return () -> answer;
        }
    }

    /** Every line takes its right to be sent, a bad one too; what is refused for the want of it is named all the same. */
    private @Nullable ProblemException refusalOfRight() {
        if (stopped == null) {
            try {
                way.allow();
            } catch (ProblemException refusal) {
                return refusal;
            }
        }
        return stopped;
    }

    private static LineAnswer answer(Line line, Dispatch.Sent sent, Deadline deadline) {
        try {
            return LineAnswer.accepted(line.number, sent.receipt(deadline));
        } catch (RuntimeException refusal) {
            return line.refused(refusal);
        }
    }

    /** What is known of one line. */
    private final class Line implements Notice {
        private final int number;
        private @Nullable String id;
        private AppVersion app = sender;

        Line(int number) {
            this.number = number;
        }

        @Override
        public void submissionId(String known) {
            id = known;
        }

        @Override
        public void app(AppVersion known) {
            app = known.or(sender);
        }

        LineAnswer refused(RuntimeException failure) {
            var refusal = failure instanceof ProblemException known ? known : unexpected(failure);
            if (refusal.retryAfterSeconds().isPresent()) {
                stopped = refusal;
            }
            refusals.count(refusal.code(), app);
            return LineAnswer.refused(number, id, refusal);
        }

        private static ProblemException unexpected(RuntimeException failure) {
            log.error("Unexpected failure at a line of a batch, answered 500 internal: {}", StackOnly.of(failure));
            return new ProblemException(
                    HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The service failed at this line.");
        }
    }
}
