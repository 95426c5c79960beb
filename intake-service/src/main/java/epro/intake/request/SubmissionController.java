package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes one submission and answers within five seconds, 202 only once the log has it. */
@RestController
final class SubmissionController {
    private final RateLimit rate;
    private final Admission admission;
    private final Dispatch dispatch;
    private final RequestSettings settings;

    SubmissionController(RateLimit rate, Admission admission, Dispatch dispatch, RequestSettings settings) {
        this.rate = rate;
        this.admission = admission;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    @PostMapping(
            path = "/api/v1/submissions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> submit(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        TokenBinding.requireWriter(caller);
        takeRight(caller, response);
        var deadline = Deadline.ofAnswer();
        var body = BodyReader.read(request);
        var keys = SubmissionIds.headers(request);
        var event = admission.admit(body, keys, caller, Notice.in(request));
        var trace = TraceParent.continuing(request.getHeader("traceparent"));
        var receipt = dispatch.send(event, trace).receipt(deadline);
        return ResponseEntity.accepted()
                .location(settings.whereToRead(receipt.submissionKey()))
                .body(receipt);
    }

    private void takeRight(Caller caller, HttpServletResponse response) {
        try {
            rate.take(caller);
        } finally {
            rate.tell(caller, response);
        }
    }
}
