package epro.intake.request;

import epro.schemas.event.Completeness;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.SubmissionJson;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a body into a {@link SubmittedForm}, or says what is wrong with it and where. */
@Component
final class FormReader implements SubmissionReader {
    static final String SUBMISSION_ID = "submissionId";

    @Override
    public boolean names(byte[] body, Notice notice) {
        return Glance.at(body, notice);
    }

    @Override
    public SubmittedForm read(byte[] body, Notice notice) {
        var document = StrictBody.object(body);
        if (document.values().get(SUBMISSION_ID) instanceof JsonValue.Text(String id)) {
            SubmissionIds.notice(id, notice);
        }
        notice.app(AppVersion.of(document));
        return form(document);
    }

    /** Patient and form come first: whatever else is wrong, their absence is what is told. */
    private static SubmittedForm form(JsonValue.Members document) {
        var fields = new Fields(document, "");
        var patientId = fields.requiredText("patientId");
        var formId = fields.requiredText("formId");
        fields.refuseOthersThan(SubmissionJson.MEMBERS);
        var completedAt = fields.time("completedAt");
        return new SubmittedForm(
                fields.text(SUBMISSION_ID),
                fields.text("studyId"),
                fields.text("siteId"),
                patientId,
                formId,
                fields.text("formVersion"),
                visit(fields.object("visit")),
                fields.time("startedAt"),
                completedAt,
                fields.text("language"),
                fields.text("respondent"),
                client(fields.object("client")),
                completedAt == null ? Completeness.UNKNOWN : Completeness.COMPLETE,
                fields.requiredObject("answers").members(),
                contentHash(document),
                null);
    }

    /** Without the id, so that it makes no difference whether that came in the body or in the header. */
    private static String contentHash(JsonValue.Members document) {
        var content = new LinkedHashMap<>(document.values());
        content.remove(SUBMISSION_ID);
        return CanonicalJson.hash(new JsonValue.Members(content));
    }

    private static SubmittedForm.@Nullable Visit visit(@Nullable Fields visit) {
        if (visit == null) {
            return null;
        }
        visit.refuseOthersThan(Set.of("id", "repeatKey"));
        return new SubmittedForm.Visit(visit.requiredText("id"), visit.text("repeatKey"));
    }

    private static SubmittedForm.@Nullable Client client(@Nullable Fields client) {
        if (client == null) {
            return null;
        }
        client.refuseOthersThan(Set.of("app", "version", "os"));
        return new SubmittedForm.Client(client.text("app"), client.text("version"), client.text("os"));
    }
}
