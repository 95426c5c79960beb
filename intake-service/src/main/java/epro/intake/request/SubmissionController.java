package epro.intake.request;

import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes one submission and answers within five seconds, 202 only once the log has it. */
@RestController
final class SubmissionController {
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(4_700);

    private final SubmissionReader reader;
    private final EventWriter writer;
    private final Dispatch dispatch;
    private final RequestSettings settings;

    SubmissionController(SubmissionReader reader, EventWriter writer, Dispatch dispatch, RequestSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    @PostMapping(
            path = "/api/v1/submissions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> submit(HttpServletRequest request, Caller caller) {
        var deadline = Deadline.in(ANSWER_WITHIN);
        TokenBinding.requireWriter(caller);
        var form = reader.read(request);
        var patient = TokenBinding.bind(form, caller);
        var submissionId = SubmissionIds.identify(request, form, patient, caller);
        var event = writer.event(form, patient, submissionId, caller);
        var trace = TraceParent.continuing(request.getHeader("traceparent"));
        var receipt = dispatch.send(event, trace, deadline);
        return ResponseEntity.accepted()
                .location(settings.whereToRead(receipt.submissionKey()))
                .body(receipt);
    }
}
