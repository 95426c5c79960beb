package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Notice;
import epro.intake.request.Refusals;
import epro.intake.request.StrictBody;
import epro.intake.request.SubmissionIds;
import epro.intake.request.SubmissionReader;
import epro.intake.request.SubmittedForm;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a QuestionnaireResponse (FHIR R4) into a {@link SubmittedForm}, and keeps it whole beside that. */
@Component
final class ResponseReader implements SubmissionReader {
    private static final String TYPE = "QuestionnaireResponse";
    private static final String IDENTIFIER = "identifier";

    private static final List<String> SOURCES = List.of("Patient", "Practitioner", "PractitionerRole", "RelatedPerson");
    private static final List<String> AUTHORS =
            List.of("Device", "Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "Organization");

    private static final Set<String> KNOWN = Set.of(
            "resourceType",
            "id",
            "meta",
            "language",
            "text",
            "extension",
            IDENTIFIER,
            "basedOn",
            "partOf",
            "questionnaire",
            "status",
            "subject",
            "encounter",
            "authored",
            "author",
            "source",
            "item",
            "_id",
            "_language",
            "_questionnaire",
            "_status",
            "_authored");

    @Override
    public boolean names(byte[] body, Notice notice) {
        return tellId(StrictBody.object(body), notice);
    }

    @Override
    public SubmittedForm read(byte[] body, Notice notice) {
        var document = StrictBody.object(body);
        tellId(document, notice);
        return form(document);
    }

    private static boolean tellId(JsonValue.Members document, Notice notice) {
        return document.values().get(IDENTIFIER) instanceof JsonValue.Members identifier
                && identifier.values().get("value") instanceof JsonValue.Text(String id)
                && SubmissionIds.notice(id, notice);
    }

    /** Patient and form come first, as in our own JSON; what can't be understood comes before what is not taken. */
    private static SubmittedForm form(JsonValue.Members document) {
        var response = new Fields(document, "");
        requireType(response);
        var patientId =
                Reference.required(response, "subject").ofType("Patient").name();
        var questionnaire = Canonical.of(response);
        Elements.refuseWhatChangesMeaning(response);
        response.refuseOthersThan(KNOWN);
        var completeness = Status.completeness(response);
        var placement = Placement.of(response);
        Elements.checkUnread(response);
        return new SubmittedForm(
                Elements.identifier(response.object(IDENTIFIER)),
                placement.studyId(),
                placement.siteId(),
                patientId,
                questionnaire.id(),
                questionnaire.version(),
                placement.visit(),
                null,
                authored(response),
                response.text("language"),
                respondent(response),
                null,
                completeness,
                ItemTree.answers(response),
                contentHash(document),
                CanonicalJson.write(document));
    }

    private static void requireType(Fields response) {
        if (!response.requiredText("resourceType").equals(TYPE)) {
            throw Refusals.badMember(
                    "not-a-questionnaire-response", "/resourceType", "Only a QuestionnaireResponse is taken here.");
        }
    }

    /** FHIR lets it be a day, a month or a year: that is no time at which something was completed. */
    private static @Nullable String authored(Fields response) {
        var authored = response.text("authored");
        if (authored != null && authored.matches("\\d{4}(-\\d{2}){0,2}")) {
            throw Refusals.unprocessable(
                    "time-without-offset",
                    "/authored",
                    "A time and its offset are needed, a date alone is not enough.");
        }
        return response.time("authored");
    }

    /** What kind of person or thing answered; who that is stays in the document. */
    private static @Nullable String respondent(Fields response) {
        var author = who(response, "author", AUTHORS);
        var source = who(response, "source", SOURCES);
        var who = source == null ? author : source;
        return who == null ? null : who.kind();
    }

    private static @Nullable Reference who(Fields response, String name, List<String> kinds) {
        var reference = Reference.optional(response, name);
        return reference == null ? null : reference.ofType(kinds.toArray(String[]::new));
    }

    /** Without what names this copy of it: whether the id came in the header, or who kept it meanwhile, makes no difference. */
    private static String contentHash(JsonValue.Members document) {
        var content = new LinkedHashMap<>(document.values());
        content.keySet().removeAll(Set.of(IDENTIFIER, "id", "meta"));
        return CanonicalJson.hash(new JsonValue.Members(content));
    }
}
