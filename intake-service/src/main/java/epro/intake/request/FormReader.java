package epro.intake.request;

import epro.schemas.json.CanonicalJson;
import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a body into a {@link SubmittedForm}, or says what is wrong with it and where. */
@Component
final class FormReader {
    static final String SUBMISSION_ID = "submissionId";

    private static final Limits LIMITS = new Limits(16, 8 * 1024, 100);
    private static final Set<String> KNOWN = Set.of(
            SUBMISSION_ID,
            "studyId",
            "siteId",
            "patientId",
            "formId",
            "formVersion",
            "visit",
            "startedAt",
            "completedAt",
            "language",
            "respondent",
            "client",
            "answers");

    /** The body as an object, whatever its members are. */
    JsonValue.Members document(byte[] body) {
        try {
            if (StrictJson.read(body, LIMITS) instanceof JsonValue.Members members) {
                return members;
            }
        } catch (InvalidJson e) {
            throw Refusals.badMember(e.code(), Pointers.safe(e.pointer()), "The body is not JSON as it is taken here.");
        }
        throw Refusals.badMember("wrong-type", "", "The body must be a JSON object.");
    }

    /** Patient and form come first: whatever else is wrong, their absence is what is told. */
    SubmittedForm form(JsonValue.Members document) {
        var fields = new Fields(document, "");
        var patientId = fields.requiredText("patientId");
        var formId = fields.requiredText("formId");
        fields.refuseOthersThan(KNOWN);
        var form = new SubmittedForm(
                fields.text(SUBMISSION_ID),
                fields.text("studyId"),
                fields.text("siteId"),
                patientId,
                formId,
                fields.text("formVersion"),
                visit(fields.object("visit")),
                DeviceTime.checked(fields, "startedAt"),
                DeviceTime.checked(fields, "completedAt"),
                fields.text("language"),
                fields.text("respondent"),
                client(fields.object("client")),
                fields.requiredObject("answers").members(),
                contentHash(document));
        AnswerCount.check(form.answers());
        return form;
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
