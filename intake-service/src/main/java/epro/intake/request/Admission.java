package epro.intake.request;

import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.SubmissionJson;
import epro.support.security.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** From what one submission states to its event, however it came; or says why it can't be let in. */
@Component
final class Admission {
    private final PersonalIdRule personalIds;
    private final EventWriter writer;

    Admission(PersonalIdRule personalIds, EventWriter writer) {
        this.personalIds = personalIds;
        this.writer = writer;
    }

    /**
     * Binds it to its patient, and names it.
     *
     * @param keys what the header Idempotency-Key says
     */
    SubmissionReceived admit(SubmittedForm form, List<String> keys, Caller caller, Notice notice) {
        var answers = AnswerJson.toAnswers(form.answers());
        if (SubmissionJson.isTooMany(answers)) {
            throw Refusals.badMember("too-many-answers", "/answers", "There may be at most 500 answers.");
        }
        personalIds.check(form.patientId());
        var patient = TokenBinding.bind(form, caller);
        var submissionId = SubmissionIds.identify(keys, form, patient, caller);
        notice.submissionId(submissionId);
        return writer.event(form, answers, patient, submissionId, caller);
    }
}
