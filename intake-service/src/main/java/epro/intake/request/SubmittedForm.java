package epro.intake.request;

import epro.schemas.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a client sent, read and checked for its shape; what is null was not sent. Never shown as text. */
record SubmittedForm(
        @Nullable String submissionId,
        @Nullable String studyId,
        @Nullable String siteId,
        String patientId,
        String formId,
        @Nullable String formVersion,
        @Nullable Visit visit,
        @Nullable String startedAt,
        @Nullable String completedAt,
        @Nullable String language,
        @Nullable String respondent,
        @Nullable Client client,
        JsonValue.Members answers,
        String contentHash) {

    record Visit(String id, @Nullable String repeatKey) {}

    record Client(
            @Nullable String app,
            @Nullable String version,
            @Nullable String os) {}

    @Override
    public String toString() {
        return "SubmittedForm[hidden]";
    }
}
