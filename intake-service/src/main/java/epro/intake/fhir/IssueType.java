package epro.intake.fhir;

import org.springframework.http.HttpStatusCode;

/** FHIR's few kinds of issues, which every one of our codes belongs to. */
final class IssueType {

    private IssueType() {}

    static String of(HttpStatusCode status, String code) {
        return switch (code) {
            case "missing-member", "answer-without-value" -> "required";
            case "wrong-type",
                    "not-a-number",
                    "bad-time",
                    "time-without-offset",
                    "bad-canonical",
                    "bad-submission-id" -> "value";
            case "unknown-status" -> "code-invalid";
            case "answer-and-items", "answer-and-absence", "several-values", "submission-ids-differ" -> "invariant";
            case "patientid-looks-personal" -> "business-rule";
            case "string-too-long", "number-too-long", "text-too-long", "too-deep", "too-many-answers" -> "too-long";
            case "delivery-unknown" -> "timeout";
            default -> of(status);
        };
    }

    private static String of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 411, 415, 422 -> "not-supported";
            case 408 -> "timeout";
            case 409 -> "conflict";
            case 413, 414, 431 -> "too-long";
            case 429 -> "throttled";
            case 503 -> "transient";
            default -> status.is4xxClientError() ? "structure" : "exception";
        };
    }
}
