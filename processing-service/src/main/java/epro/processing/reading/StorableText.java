package epro.processing.reading;

import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a table can't hold before the table is asked: a U+0000 anywhere but in what was answered, a text too long for an
 * index or an event, a hash that is none, a document that is no JSON object, a time outside of history. Intake writes none of
 * these.
 */
final class StorableText {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int STATED_MAX = 200;

    private StorableText() {}

    /** The reason why the event can't be stored as it is, as a stable word. */
    static Optional<String> firstDoubt(SubmissionReceived event) {
        if (EventTexts.identity(event).anyMatch(String::isEmpty)) {
            return Optional.of("identity-missing");
        }
        if (EventTexts.any(event, text -> text.indexOf('\0') >= 0)) {
            return Optional.of("nul-character");
        }
        if (!HASH.matcher(event.getContentHash()).matches()) {
            return Optional.of("malformed-content-hash");
        }
        if (EventTexts.anyStated(event, text -> text.length() > STATED_MAX)) {
            return Optional.of("text-too-long");
        }
        if (!isObject(event.getDocument())) {
            return Optional.of("malformed-document");
        }
        Instant received = event.getReceivedAt();
        boolean outsideOfHistory = received.isBefore(EARLIEST) || received.isAfter(LATEST);
        return outsideOfHistory ? Optional.of("time-out-of-range") : Optional.empty();
    }

    private static boolean isObject(@Nullable String document) {
        try {
            return document == null
                    || StrictJson.read(document.getBytes(StandardCharsets.UTF_8), Limits.STANDARD)
                            instanceof JsonValue.Members;
        } catch (InvalidJson malformed) {
            return false;
        }
    }
}
