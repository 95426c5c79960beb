package epro.intake.request;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** From a request to a checked form, naming the submission's id in every refusal as soon as it is known. */
@Component
final class SubmissionReader {
    private final BodyReader bodies;
    private final FormReader forms;
    private final PersonalIdRule personalIds;

    SubmissionReader(BodyReader bodies, FormReader forms, PersonalIdRule personalIds) {
        this.bodies = bodies;
        this.forms = forms;
        this.personalIds = personalIds;
    }

    SubmittedForm read(HttpServletRequest request) {
        var document = forms.document(bodies.read(request));
        SubmissionIds.noticeBody(request, document);
        var form = forms.form(document);
        personalIds.check(form.patientId());
        return form;
    }
}
