package epro.intake.fhir;

import epro.intake.request.Receipt;
import epro.support.problem.ProblemForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every answer at the FHIR door says: one issue with our stable code in its details and, in extensions, the item that it is
 * about and the submission's id, as far as they are known.
 */
final class OperationOutcome implements ProblemForm {
    static final String CODES = "urn:epro:outcome";
    static final String LINK_ID = "urn:epro:link-id";
    static final String SUBMISSION_ID = "urn:epro:submission-id";
    static final String SUBMISSION_KEY = "urn:epro:submission-key";

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String mediaType() {
        return FhirJson.MEDIA_TYPE;
    }

    @Override
    public byte[] write(HttpStatusCode status, String code, String detail, Map<String, Object> members) {
        var issue = issue("error", IssueType.of(status, code), code, detail);
        if (members.get(LINK_ID) instanceof String linkId) {
            issue.put("extension", List.of(extension(LINK_ID, linkId)));
        }
        if (members.get("pointer") instanceof String pointer) {
            issue.put("expression", List.of(FhirPath.of(pointer)));
        }
        return members.get("submissionId") instanceof String id
                ? json(issue, List.of(extension(SUBMISSION_ID, id)))
                : json(issue, List.of());
    }

    /** The body of a 202: where in the log the submission stands. */
    static byte[] accepted(Receipt receipt) {
        var code = receipt.repeated() ? "accepted-before" : "accepted";
        var place = "Stands in %s, partition %d, at offset %d."
                .formatted(receipt.topic(), receipt.partition(), receipt.offset());
        return json(
                issue("information", "informational", code, place),
                List.of(
                        extension(SUBMISSION_ID, receipt.submissionId()),
                        extension(SUBMISSION_KEY, receipt.submissionKey().toString())));
    }

    private static Map<String, Object> issue(String severity, String type, String code, String diagnostics) {
        var issue = new LinkedHashMap<String, Object>();
        issue.put("severity", severity);
        issue.put("code", type);
        issue.put("details", Map.of("coding", List.of(Map.of("system", CODES, "code", code))));
        issue.put("diagnostics", diagnostics);
        return issue;
    }

    private static Map<String, String> extension(String url, String value) {
        return Map.of("url", url, "valueString", value);
    }

    private static byte[] json(Map<String, Object> issue, List<Map<String, String>> extensions) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("resourceType", "OperationOutcome");
        if (!extensions.isEmpty()) {
            outcome.put("extension", extensions);
        }
        outcome.put("issue", List.of(issue));
        return JSON.writeValueAsBytes(outcome);
    }
}
