package epro.intake.request;

import epro.intake.rate.RateLimit;
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
        takeRight(caller, response);
        var deadline = Deadline.ofAnswer();
        var notice = Notice.in(request);
        byte[] body = BodyReader.read(request);
        dispatch.requireReading(() -> reader.names(body, notice) || SubmissionIds.isInHeader(request));
        var form = reader.read(body, notice);
        var event = admission.admit(form, SubmissionIds.headers(request), caller, notice);
        var trace = TraceParent.continuing(request.getHeader("traceparent"));
        return dispatch.send(event, trace).receipt(deadline);
    }

    private void takeRight(Caller caller, HttpServletResponse response) {
        try {
            rate.take(caller);
        } finally {
            rate.tell(caller, response);
        }
    }
}
