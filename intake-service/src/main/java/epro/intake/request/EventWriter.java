package epro.intake.request;

import epro.schemas.Keys;
import epro.schemas.event.Authentication;
import epro.schemas.event.ClientApp;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Visit;
import epro.schemas.json.AnswerJson;
import epro.support.security.Caller;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the event: what was sent, plus who it is for, who sent it, and when it was received. */
@Component
final class EventWriter {
    private final InstantSource clock;

    EventWriter(InstantSource clock) {
        this.clock = clock;
    }

    SubmissionReceived event(SubmittedForm form, BoundPatient patient, String submissionId, Caller caller) {
        return SubmissionReceived.newBuilder()
                .setSubmissionKey(
                        Keys.submissionKey(patient.key(), submissionId).toString())
                .setPatientKey(patient.key().toString())
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
                .setAnswers(AnswerJson.toAnswers(form.answers()))
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
