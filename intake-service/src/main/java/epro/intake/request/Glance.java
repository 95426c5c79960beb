package epro.intake.request;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a refusal names of a submission that isn't worth reading: the id that it states and the program that sends it, found without
 * asking whether the rest makes sense.
 */
final class Glance {
    private static final JsonFactory JSON = new JsonFactory();

    private @Nullable String submissionId;
    private @Nullable String app;
    private @Nullable String version;

    private Glance() {}

    /** Whether an id was found and told; where it wasn't, only reading the whole can tell what it is. */
    static boolean at(byte[] body, Notice notice) {
        var glance = new Glance();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            glance.overMembers(parser);
        } catch (JacksonException e) {
            return false;
        }
        notice.app(AppVersion.stated(glance.app, glance.version));
        return glance.tellId(notice);
    }

    private boolean tellId(Notice notice) {
        if (submissionId == null || !SubmissionIds.isPlain(submissionId)) {
            return false;
        }
        notice.submissionId(submissionId);
        return true;
    }

    private void overMembers(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean isClient = parser.nextToken() == JsonToken.START_OBJECT && name.equals("client");
            if (isClient) {
                overClient(parser);
            } else if (name.equals(FormReader.SUBMISSION_ID)) {
                submissionId = text(parser);
            }
            parser.skipChildren();
        }
    }

    private void overClient(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("app")) {
                app = text(parser);
            } else if (name.equals("version")) {
                version = text(parser);
            }
            parser.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
    }
}
