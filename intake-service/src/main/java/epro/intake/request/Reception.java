package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Takes one submission from its request to its receipt, whichever door it came in by. */
@Component
public final class Reception {
    private final RateLimit rate;
    private final Admission admission;
    private final Dispatch dispatch;

    Reception(RateLimit rate, Admission admission, Dispatch dispatch) {
        this.rate = rate;
        this.admission = admission;
        this.dispatch = dispatch;
    }

    /** Within five seconds, and only once the log has it; every other outcome is a refusal. */
    public Receipt receive(
            SubmissionReader reader, HttpServletRequest request, HttpServletResponse response, Caller caller) {
        TokenBinding.requireWriter(caller);
        var deadline = Deadline.ofAnswer();
        var notice = Notice.in(request);
        takeRight(caller, response, () -> reader.names(BodyReader.read(request), notice));
        byte[] body = BodyReader.read(request);
        dispatch.requireReading(() -> reader.names(body, notice) || SubmissionIds.isInHeader(request));
        var form = reader.read(body, notice);
        var event = admission.admit(form, SubmissionIds.headers(request), caller, notice);
        var trace = TraceParent.continuing(request.getHeader("traceparent"));
        return dispatch.send(event, trace).receipt(deadline);
    }

    private void takeRight(Caller caller, HttpServletResponse response, Runnable naming) {
        try {
            rate.take(caller);
        } catch (ProblemException tooOften) {
            throw named(tooOften, naming);
        } finally {
            rate.tell(caller, response);
        }
    }

    /** What else is wrong with the submission is not what is told. */
    private static ProblemException named(ProblemException refusal, Runnable naming) {
        try {
            naming.run();
        } catch (ProblemException unreadable) {
            return refusal;
        }
        return refusal;
    }
}
