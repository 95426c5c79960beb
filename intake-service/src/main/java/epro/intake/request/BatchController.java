package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes many submissions, a line each, and answers each by a line of its own, in the same order. */
@RestController
final class BatchController {
    private final RateLimit rate;
    private final Admission admission;
    private final Dispatch dispatch;
    private final RefusalCounts refusals;
    private final JsonMapper json;

    BatchController(RateLimit rate, Admission admission, Dispatch dispatch, RefusalCounts refusals, JsonMapper json) {
        this.rate = rate;
        this.admission = admission;
        this.dispatch = dispatch;
        this.refusals = refusals;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/submissions", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<byte[]> submit(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        TokenBinding.requireWriter(caller);
        if (!SubmissionIds.headers(request).isEmpty()) {
            throw Refusals.bad("bad-idempotency-key", "Each line of a batch has an id of its own, as submissionId.");
        }
        var trace = request.getHeader("traceparent");
        var batch = new Batch(admission, caller, refusals, AppVersion.of(request), event -> {
            rate.take(caller, response);
            return dispatch.send(event, TraceParent.continuing(trace));
        });
        try (BatchLines lines = BatchLines.of(request)) {
            batch.take(lines);
        }
        var answer = new StringBuilder();
        batch.answers()
                .forEach(line -> answer.append(json.writeValueAsString(line)).append('\n'));
        return ResponseEntity.status(HttpStatus.MULTI_STATUS)
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(answer.toString().getBytes(StandardCharsets.UTF_8));
    }
}
