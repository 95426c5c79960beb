package epro.intake.request;

import epro.schemas.event.SubmissionReceived;
import epro.support.security.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** From the bytes of one submission to its event, whether it came alone or in a batch; or says what is wrong with it. */
@Component
final class Admission {
    private final FormReader forms;
    private final PersonalIdRule personalIds;
    private final EventWriter writer;

    Admission(FormReader forms, PersonalIdRule personalIds, EventWriter writer) {
        this.forms = forms;
        this.personalIds = personalIds;
        this.writer = writer;
    }

    /**
     * Reads it, binds it to its patient, and names it.
     *
     * @param keys what the header Idempotency-Key says
     * @param notice hears the submission's id and the app, before anything is refused if they can be read
     */
    SubmissionReceived admit(byte[] body, List<String> keys, Caller caller, Notice notice) {
        var document = forms.document(body);
        SubmissionIds.in(document).ifPresent(notice::submissionId);
        notice.app(AppVersion.of(document));
        var form = forms.form(document);
        personalIds.check(form.patientId());
        var patient = TokenBinding.bind(form, caller);
        var submissionId = SubmissionIds.identify(keys, form, patient, caller);
        notice.submissionId(submissionId);
        return writer.event(form, patient, submissionId, caller);
    }
}
