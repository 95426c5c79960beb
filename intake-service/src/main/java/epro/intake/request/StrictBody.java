package epro.intake.request;

import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.StrictJson;
import epro.schemas.json.SubmissionJson;

/** A body as one JSON object, within the limits of one submission, whatever form that comes in. */
public final class StrictBody {
    private StrictBody() {}

    /** The object, whatever its members are. */
    public static JsonValue.Members object(byte[] body) {
        try {
            if (StrictJson.read(body, SubmissionJson.LIMITS) instanceof JsonValue.Members members) {
                return members;
            }
        } catch (InvalidJson e) {
            throw Refusals.badMember(e.code(), Pointers.safe(e.pointer()), "The body is not JSON as it is taken here.");
        }
        throw Refusals.badMember("wrong-type", "", "The body must be a JSON object.");
    }
}
