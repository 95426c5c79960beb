package epro.intake.request;

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
    static final String PATH = "/api/v1/submissions";

    private final FormReader forms;
    private final Reception reception;
    private final RequestSettings settings;

    SubmissionController(FormReader forms, Reception reception, RequestSettings settings) {
        this.forms = forms;
        this.reception = reception;
        this.settings = settings;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> submit(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        var receipt = reception.receive(forms, request, response, caller);
        return ResponseEntity.accepted()
                .location(settings.whereToRead(receipt.submissionKey()))
                .body(receipt);
    }
}
