package epro.intake.request;

import epro.schemas.Keys;
import epro.schemas.event.Answer;
import epro.schemas.event.Authentication;
import epro.schemas.event.ClientApp;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Visit;
import epro.support.security.Caller;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the event: what was sent, plus who it is for, who sent it, and when it was received. */
@Component
final class EventWriter {
    private final InstantSource clock;

    EventWriter(InstantSource clock) {
        this.clock = clock;
    }

    /** @param answers the form's, as they stand in an event */
    SubmissionReceived event(
            SubmittedForm form, List<Answer> answers, BoundPatient patient, String submissionId, Caller caller) {
        var patientKey = patient.key();
        return SubmissionReceived.newBuilder()
                .setSubmissionKey(Keys.submissionKey(patientKey, submissionId).toString())
                .setPatientKey(patientKey.toString())
                .setSubmissionId(submissionId)
                .setStudyId(patient.studyId())
                .setSiteId(patient.siteId())
                .setPatientId(patient.patientId())
                .setFormId(form.formId())
                .setFormVersion(form.formVersion())
                .setVisit(visit(form.visit()))
                .setStartedAt(form.startedAt())
                .setCompletedAt(form.completedAt())
                .setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .setLanguage(form.language())
                .setRespondent(form.respondent())
                .setClient(client(form.client()))
                .setActor(caller.subject())
                .setAuthentication(authentication(caller))
                .setContentHash(form.contentHash())
                .setCompleteness(form.completeness())
                .setAnswers(answers)
                .setDocument(form.document())
                .build();
    }

    private static @Nullable Visit visit(SubmittedForm.@Nullable Visit visit) {
        return visit == null ? null : new Visit(visit.id(), visit.repeatKey());
    }

    private static @Nullable ClientApp client(SubmittedForm.@Nullable Client client) {
        return client == null ? null : new ClientApp(client.app(), client.version(), client.os());
    }

    private static Authentication authentication(Caller caller) {
        var scope = String.join(" ", caller.scopes().stream().sorted().toList());
        return new Authentication(caller.issuer(), caller.tokenId(), caller.clientId(), scope);
    }
}
