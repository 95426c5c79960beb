package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final Batches batches;
    private final RateLimit rate;

    BatchController(BatchPlaces places, Batches batches, RateLimit rate) {
        this.places = places;
        this.batches = batches;
        this.rate = rate;
    }

    @PostMapping(path = "/api/v1/submissions", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<byte[]> submit(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        TokenBinding.requireWriter(caller);
        if (!SubmissionIds.headers(request).isEmpty()) {
            throw Refusals.bad("bad-idempotency-key", "Each line of a batch has an id of its own, as submissionId.");
        }
        var sender = new Batches.Sender(caller, AppVersion.of(request), request.getHeader("traceparent"));
        try (var _ = places.take(caller.subject());
                BatchLines lines = BatchLines.of(request)) {
            var answers = batches.take(lines, sender);
            rate.tell(caller, response);
            return answer(answers);
        } catch (IOException stalledOrGone) {
            throw BatchLines.refusal(stalledOrGone);
        }
    }

    private static ResponseEntity<byte[]> answer(List<LineAnswer> answers) {
        var lines = new StringBuilder();
        answers.forEach(line -> lines.append(JSON.writeValueAsString(line)).append('\n'));
        return ResponseEntity.status(HttpStatus.MULTI_STATUS)
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
