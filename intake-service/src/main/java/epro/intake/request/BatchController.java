package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.schemas.event.SubmissionReceived;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private static final JsonMapper JSON = new JsonMapper();

    private final BatchPlaces places;
    private final RateLimit rate;
    private final Admission admission;
    private final Dispatch dispatch;
    private final RefusalCounts refusals;

    BatchController(
            BatchPlaces places, RateLimit rate, Admission admission, Dispatch dispatch, RefusalCounts refusals) {
        this.places = places;
        this.rate = rate;
        this.admission = admission;
        this.dispatch = dispatch;
        this.refusals = refusals;
    }

    @PostMapping(path = "/api/v1/submissions", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<byte[]> submit(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        TokenBinding.requireWriter(caller);
        if (!SubmissionIds.headers(request).isEmpty()) {
            throw Refusals.bad("bad-idempotency-key", "Each line of a batch has an id of its own, as submissionId.");
        }
        try (var _ = places.take(caller.subject());
                BatchLines lines = BatchLines.of(request)) {
            var batch = new Batch(admission, caller, way(request, response, caller), refusals, AppVersion.of(request));
            batch.take(lines);
            return answer(batch);
        } catch (IOException stalledOrGone) {
            throw BatchLines.refusal(stalledOrGone);
        }
    }

    private Batch.Way way(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        var trace = request.getHeader("traceparent");
        return new Batch.Way() {
            @Override
            public void allow() {
                rate.take(caller, response);
            }

            @Override
            public Dispatch.Sent send(SubmissionReceived event) {
                return dispatch.send(event, TraceParent.continuing(trace));
            }
        };
    }

    private static ResponseEntity<byte[]> answer(Batch batch) {
        var lines = new StringBuilder();
        batch.answers()
                .forEach(line -> lines.append(JSON.writeValueAsString(line)).append('\n'));
        return ResponseEntity.status(HttpStatus.MULTI_STATUS)
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
