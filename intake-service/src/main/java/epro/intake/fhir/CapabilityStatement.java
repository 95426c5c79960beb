package epro.intake.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What of FHIR there is here: one resource can be created, and nothing else. */
final class CapabilityStatement {
    /** The day on which something else was last said here than before. */
    private static final String CHANGED = "2026-11-30";

    private static final JsonMapper JSON = new JsonMapper();

    private CapabilityStatement() {}

    static byte[] json(String version) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("resourceType", "CapabilityStatement");
        statement.put("status", "active");
        statement.put("date", CHANGED);
        statement.put("kind", "instance");
        statement.put("software", Map.of("name", "intake-service", "version", version));
        statement.put("implementation", Map.of("description", "Submissions of an ePRO pipeline"));
        statement.put("fhirVersion", "4.0.1");
        statement.put("format", List.of(FhirJson.MEDIA_TYPE, "json"));
        statement.put("rest", List.of(rest()));
        return JSON.writeValueAsBytes(statement);
    }

    private static Map<String, Object> rest() {
        var rest = new LinkedHashMap<String, Object>();
        rest.put("mode", "server");
        rest.put("security", Map.of("description", "A bearer token (JWT) with submissions:write:own or :any."));
        rest.put("resource", List.of(questionnaireResponse()));
        return rest;
    }

    private static Map<String, Object> questionnaireResponse() {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("type", "QuestionnaireResponse");
        resource.put(
                "documentation",
                "Taken if completed or stopped. Answered 202 once it is safe; what becomes of it is read at Content-Location.");
        resource.put("interaction", List.of(Map.of("code", "create")));
        resource.put("versioning", "no-version");
        resource.put("readHistory", false);
        resource.put("updateCreate", false);
        resource.put("conditionalCreate", false);
        resource.put("conditionalUpdate", false);
        resource.put("conditionalDelete", "not-supported");
        return resource;
    }
}
