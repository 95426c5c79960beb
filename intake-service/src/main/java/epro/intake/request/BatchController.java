package epro.intake.request;

import epro.intake.rate.RateLimit;
import epro.intake.request.LateAnswerFilter.LateAnswer;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    void submit(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        TokenBinding.requireWriter(caller);
        if (!SubmissionIds.headers(request).isEmpty()) {
            throw Refusals.bad("bad-idempotency-key", "Each line of a batch has an id of its own, as submissionId.");
        }
        var sender = new Batches.Sender(caller, AppVersion.of(request), request.getHeader("traceparent"));
        var answer = take(request, sender);
        LateAnswerFilter.leave(request, answer);
        answer.write(response);
    }

    private LateAnswer take(HttpServletRequest request, Batches.Sender sender) {
        try (var _ = places.take(sender.caller().subject());
                BatchLines lines = BatchLines.of(request, batches::requireRunning)) {
            byte[] answers = text(batches.take(lines, sender));
            boolean ended = lines.ended();
            return response -> {
                if (!ended) {
                    response.setHeader(HttpHeaders.CONNECTION, "close");
                }
                rate.tell(sender.caller(), response);
                write(response, answers);
            };
        } catch (IOException stalledOrGone) {
            throw BatchLines.refusal(stalledOrGone);
        }
    }

    private static void write(HttpServletResponse response, byte[] lines) throws IOException {
        response.setStatus(HttpStatus.MULTI_STATUS.value());
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setContentLength(lines.length);
        response.getOutputStream().write(lines);
    }

    private static byte[] text(List<LineAnswer> answers) {
        var lines = new StringBuilder();
        answers.forEach(line -> lines.append(JSON.writeValueAsString(line)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
