package epro.processing.storing;

import epro.processing.form.Cleaning;
import epro.processing.form.Violation;
import epro.schemas.event.Authentication;
import epro.schemas.event.ClientApp;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Visit;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.StoredJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON columns of a record. */
final class RecordJson {
    private RecordJson() {}

    /** Everything a submission says besides its answers: who, where, when, with what, on whose authority, and read from what. */
    static String context(SubmissionReceived event) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        put(members, "submissionId", event.getSubmissionId());
        put(members, "studyId", event.getStudyId());
        put(members, "siteId", event.getSiteId());
        put(members, "patientId", event.getPatientId());
        put(members, "formVersion", event.getFormVersion());
        put(members, "startedAt", event.getStartedAt());
        put(members, "completedAt", event.getCompletedAt());
        put(members, "language", event.getLanguage());
        put(members, "respondent", event.getRespondent());
        put(members, "actor", event.getActor());
        put(members, "completeness", event.getCompleteness().name());
        members.put("visit", visit(event.getVisit()));
        members.put("client", client(event.getClient()));
        members.put("authentication", authentication(event.getAuthentication()));
        if (event.getDocument() != null) {
            members.put("document", StoredJson.read(event.getDocument()));
        }
        return CanonicalJson.write(new JsonValue.Members(members));
    }

    static String cleanings(List<Cleaning> cleanings) {
        return array(cleanings.stream().map(Cleaning::json).toList());
    }

    static String violations(List<Violation> violations) {
        return array(violations.stream().map(Violation::json).toList());
    }

    static String texts(Map<String, String> texts) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        texts.forEach((name, value) -> put(members, name, value));
        return CanonicalJson.write(new JsonValue.Members(members));
    }

    private static JsonValue visit(@Nullable Visit visit) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (visit == null) {
            return new JsonValue.Null();
        }
        put(members, "id", visit.getId());
        put(members, "repeatKey", visit.getRepeatKey());
        return new JsonValue.Members(members);
    }

    private static JsonValue client(@Nullable ClientApp client) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (client == null) {
            return new JsonValue.Null();
        }
        put(members, "app", client.getApp());
        put(members, "version", client.getVersion());
        put(members, "os", client.getOs());
        return new JsonValue.Members(members);
    }

    private static JsonValue authentication(@Nullable Authentication authentication) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (authentication == null) {
            return new JsonValue.Null();
        }
        put(members, "issuer", authentication.getIssuer());
        put(members, "tokenId", authentication.getTokenId());
        put(members, "clientId", authentication.getClientId());
        put(members, "scope", authentication.getScope());
        return new JsonValue.Members(members);
    }

    private static String array(List<JsonValue> items) {
        return CanonicalJson.write(new JsonValue.Items(items));
    }

    private static void put(Map<String, JsonValue> members, String name, @Nullable String value) {
        members.put(name, value == null ? new JsonValue.Null() : new JsonValue.Text(value));
    }
}
