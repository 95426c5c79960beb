package epro.processing.form.publication;

import epro.processing.body.JsonBody;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.SubmissionJson;
import epro.support.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/**
 * A submission's document of which only the answers count, and only they need be there. What intake would not take, for its
 * JSON, its size or an unknown member, is not tried either.
 */
final class DryRunBody {
    private DryRunBody() {}

    /**
     * The answers.
     *
     * @throws ProblemException 400 or 413, with the same codes as intake's; 400 {@code form-mismatch} if the document names another form
     */
    static JsonValue.Members answers(InputStream body, String formId, String formVersion) throws IOException {
        if (!(JsonBody.read(body, SubmissionJson.BYTES_MAX, SubmissionJson.LIMITS)
                instanceof JsonValue.Members document)) {
            throw bad("wrong-type", "", "The body must be a JSON object.");
        }
        if (!SubmissionJson.MEMBERS.containsAll(document.values().keySet())) {
            throw bad("unknown-member", "", "A submission has no such member.");
        }
        requireSame(document, "formId", formId);
        requireSame(document, "formVersion", formVersion);
        return switch (document.values().get("answers")) {
            case null -> throw bad("missing-member", "/answers", "This member is required.");
            case JsonValue.Members answers
            when SubmissionJson.isTooMany(AnswerJson.toAnswers(answers)) ->
                throw bad(
                        "too-many-answers",
                        "/answers",
                        "There may be at most " + SubmissionJson.ANSWERS_MAX + " answers.");
            case JsonValue.Members answers -> answers;
            case JsonValue _ -> throw bad("wrong-type", "/answers", "This member must be an object.");
        };
    }

    private static void requireSame(JsonValue.Members document, String name, String expected) {
        JsonValue stated = document.values().getOrDefault(name, new JsonValue.Null());
        if (!(stated instanceof JsonValue.Null) && !stated.equals(new JsonValue.Text(expected))) {
            throw bad("form-mismatch", "/" + name, "This must be as in the path, or be left out.");
        }
    }

    private static ProblemException bad(String code, String pointer, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, detail).with("pointer", pointer);
    }
}
