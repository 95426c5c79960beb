package epro.processing.form.publication;

import epro.processing.form.CompiledForm;
import epro.processing.form.Forms;
import epro.processing.form.FormsUnavailable;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries answers on a published form: nothing is stored, published or audited, and nobody is told. For those who publish forms. */
@RestController
class DryRunController {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Forms forms;

    DryRunController(Forms forms) {
        this.forms = forms;
    }

    @PostMapping(path = "/api/v1/forms/{id}/versions/{version}/validate", consumes = MediaType.APPLICATION_JSON_VALUE)
    DryRun validate(@PathVariable String id, @PathVariable String version, InputStream body, Caller caller)
            throws IOException {
        caller.require("forms:publish");
        return switch (find(id, version)) {
            case Forms.Known(CompiledForm form, boolean _) ->
                DryRun.of(form.validate(DryRunBody.answers(body, id, version)));
            case Forms.Unknown() -> throw FormController.notFound();
        };
    }

    private Forms.Found find(String id, String version) {
        try {
            return forms.find(id, version, null);
        } catch (FormsUnavailable away) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The service can't answer at the moment.")
                    .retryAfter(WAIT);
        }
    }
}
