package epro.intake.request;

import epro.schemas.event.SubmissionReceived;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The submissions of one batch, sent in the order of their lines. For one thread.
 *
 * <ul>
 *   <li>At most 32 are on their way; the next line is read when the first of them is answered.
 *   <li>A line that is bad harms no other. Once one was refused that may come again, none behind it is sent either,
 *       so that what the log has keeps the order of the lines.
 *   <li>Where the body can't be read on, the lines before are answered as they came out; one more says why. Without any
 *       before, the whole request is refused.
 * </ul>
 */
final class Batch {
    private static final int ON_THEIR_WAY_MAX = 32;

    private final Admission admission;
    private final Caller caller;
    private final RefusalCounts refusals;
    private final AppVersion sender;
    private final Function<SubmissionReceived, Dispatch.Sent> dispatch;
    private final Deque<Supplier<LineAnswer>> onTheirWay = new ArrayDeque<>();
    private final List<LineAnswer> answers = new ArrayList<>();
    private @Nullable ProblemException stopped;

    /**
     * A batch of this caller.
     *
     * @param sender the app that sends it, where a line names no other
     * @param dispatch sends a submission or refuses it at once
     */
    Batch(
            Admission admission,
            Caller caller,
            RefusalCounts refusals,
            AppVersion sender,
            Function<SubmissionReceived, Dispatch.Sent> dispatch) {
        this.admission = admission;
        this.caller = caller;
        this.refusals = refusals;
        this.sender = sender;
        this.dispatch = dispatch;
    }

    void take(BatchLines lines) {
        try {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                onTheirWay.add(send(lines.number(), line));
                settle(ON_THEIR_WAY_MAX - 1);
            }
            settle(0);
        } catch (ProblemException unreadable) {
            settle(0);
            if (answers.isEmpty()) {
                throw unreadable;
            }
            answers.add(LineAnswer.refused(lines.number(), null, unreadable));
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

    private Supplier<LineAnswer> send(int number, byte[] line) {
        var noticed = new Noticed();
        try {
            var event = admission.admit(BodyReader.checked(line), List.of(), caller, noticed);
            if (stopped != null) {
                throw stopped;
            }
            var sent = dispatch.apply(event);
            var deadline = Deadline.ofAnswer();
            return () -> answer(number, noticed, sent, deadline);
        } catch (ProblemException refusal) {
            var answer = refused(number, noticed, refusal);
            return () -> answer;
        }
    }

    private LineAnswer answer(int number, Noticed noticed, Dispatch.Sent sent, Deadline deadline) {
        try {
            return LineAnswer.accepted(number, sent.receipt(deadline));
        } catch (ProblemException refusal) {
            return refused(number, noticed, refusal);
        }
    }

    private LineAnswer refused(int number, Noticed noticed, ProblemException refusal) {
        if (refusal.retryAfterSeconds().isPresent()) {
            stopped = refusal;
        }
        refusals.count(refusal.code(), noticed.app);
        return LineAnswer.refused(number, noticed.id, refusal);
    }

    /** What is known of one line. */
    private final class Noticed implements Notice {
        private @Nullable String id;
        private AppVersion app = sender;

        @Override
        public void submissionId(String known) {
            id = known;
        }

        @Override
        public void app(AppVersion known) {
            app = known.or(sender);
        }
    }
}
