package epro.intake.request;

import epro.schemas.event.Completeness;
import epro.schemas.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent, read and checked for its shape; what is null was not sent. Never shown as text.
 *
 * @param document what all this was read from, where that has a form of its own; null where it came as it stands here
 */
public record SubmittedForm(
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
        Completeness completeness,
        JsonValue.Members answers,
        String contentHash,
        @Nullable String document) {

    /** Where in the study's plan. */
    public record Visit(String id, @Nullable String repeatKey) {}

    /** The program that sent it. */
    public record Client(
            @Nullable String app,
            @Nullable String version,
            @Nullable String os) {}

    @Override
    public String toString() {
        return "SubmittedForm[hidden]";
    }
}
