package epro.intake.request;

import epro.schemas.event.SubmissionReceived;
import epro.support.problem.ProblemException;
import epro.support.problem.StackOnly;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes one line of a batch from its text to its answer. */
@Component
final class LineReception {
    private static final Logger log = LoggerFactory.getLogger(LineReception.class);

    private final FormReader forms;
    private final Admission admission;
    private final Dispatch dispatch;
    private final RefusalCounts refusals;

    LineReception(FormReader forms, Admission admission, Dispatch dispatch, RefusalCounts refusals) {
        this.forms = forms;
        this.admission = admission;
        this.dispatch = dispatch;
        this.refusals = refusals;
    }

    /** Refuses once no further line is to be read. */
    void requireRunning() {
        dispatch.requireRunning();
    }

    /** One of this number, to be sent or refused, once. */
    Line line(int number, Batches.Sender sender) {
        return new Line(number, sender);
    }

    private static ProblemException unexpected(RuntimeException failure) {
        log.error("Unexpected failure at a line of a batch, answered 500 internal: {}", StackOnly.of(failure));
        return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The service failed at this line.");
    }

    /** One line, and what is known of it. For one thread. */
    final class Line implements Notice {
        private final int number;
        private final Batches.Sender sender;
        private final Deadline deadline = Deadline.ofAnswer();
        private AppVersion app;
        private @Nullable String id;
        private @Nullable UUID key;
        private Dispatch.@Nullable Sent sent;
        private @Nullable LineAnswer answer;
        private @Nullable ProblemException refusal;

        private Line(int number, Batches.Sender sender) {
            this.number = number;
            this.sender = sender;
            this.app = sender.app();
        }

        @Override
        public void submissionId(String known) {
            id = known;
        }

        @Override
        public void app(AppVersion known) {
            app = known.or(sender.app());
        }

        /** Sends it; while it is on its way, it holds its place. */
        void send(byte[] body, LinePlaces.Place place) {
            try {
                sent = dispatch.send(event(body), TraceParent.continuing(sender.traceparent()));
                place.keepUntil(sent.accepted().delivery());
            } catch (RuntimeException failure) {
                refused(failure);
            }
        }

        /** What is not sent is read all the same, so that its refusal names it, or says what is wrong with the line itself. */
        void refuse(byte[] body, ProblemException whyNot) {
            try {
                var _ = event(body);
                refused(whyNot);
            } catch (RuntimeException failure) {
                refused(failure);
            }
        }

        /** Where the batch ends here, with a line that may have come or not. */
        void end(byte[] body, ProblemException whyNot) {
            forms.names(body, this);
            refused(whyNot);
        }

        /** Whether it would be answered without waiting. */
        boolean isKnown() {
            return sent == null || sent.accepted().delivery().isDone();
        }

        /** What became of it, waited for as long as an answer may take. */
        LineAnswer answer() {
            if (answer == null && sent != null) {
                try {
                    answer = LineAnswer.accepted(number, sent.receipt(deadline));
                } catch (RuntimeException failure) {
                    refused(failure);
                }
            }
            return Objects.requireNonNull(answer, "neither sent nor refused");
        }

        /** Why none behind it is to be sent: it was refused, and may come again. Once it is answered. */
        Optional<ProblemException> stops() {
            return Optional.ofNullable(refusal)
                    .filter(known -> known.retryAfterSeconds().isPresent());
        }

        private SubmissionReceived event(byte[] body) {
            var form = forms.read(BodyReader.checked(body), this);
            var event = admission.admit(form, List.of(), sender.caller(), this);
            key = UUID.fromString(event.getSubmissionKey());
            return event;
        }

        private void refused(RuntimeException failure) {
            refusal = failure instanceof ProblemException known ? known : unexpected(failure);
            refusals.count(refusal.code(), app);
            answer = LineAnswer.refused(number, id, key, refusal);
        }
    }
}
