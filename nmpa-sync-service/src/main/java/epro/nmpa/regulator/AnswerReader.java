package epro.nmpa.regulator;

import epro.nmpa.status.StatusVocabulary;
import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Understands the regulator's answers, and mistrusts them: whatever is not plainly about this trial says nothing. */
final class AnswerReader {
    private static final int STATUS_LENGTH_MAX = 200;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration TOO_FAST = Duration.ofSeconds(5);
    private static final Duration BANNED = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private AnswerReader() {}

    /** The answer with this status code, {@code Retry-After} and body, for this trial. */
    static Answer read(int code, @Nullable String retryAfter, byte[] body, String registrationNumber) {
        if (code == 429 || code == 403 || (retryAfter != null && code != 200)) {
            return new Answer.Wait(span(retryAfter, code == 429 ? TOO_FAST : BANNED));
        }
        return switch (code) {
            case 200 -> known(body, registrationNumber);
            case 404 -> unknown(body);
            default -> new Answer.Failed("status-" + code);
        };
    }

    private static Answer known(byte[] body, String registrationNumber) {
        Optional<JsonValue.Members> trial = members(body);
        if (trial.isEmpty()) {
            return new Answer.Failed("unreadable");
        }
        if (!registrationNumber.equals(text(trial.get(), "registrationNumber"))) {
            return new Answer.Failed("another-trial");
        }
        return switch (trial.get().values().get("status")) {
            case JsonValue.Text(var words)
            when words.length() <= STATUS_LENGTH_MAX -> new Answer.Known(StatusVocabulary.read(words));
            case JsonValue.Null _ -> new Answer.Known(Optional.empty());
            case null -> new Answer.Known(Optional.empty());
            default -> new Answer.Failed("unreadable");
        };
    }

    /** Only the register itself knows that it lacks a trial; any other 404 is that of a wrong address. */
    private static Answer unknown(byte[] body) {
        boolean said = members(body)
                .map(problem -> "unknown-trial".equals(text(problem, "code")))
                .orElse(false);
        return said ? new Answer.Unknown() : new Answer.Failed("status-404");
    }

    private static Optional<JsonValue.Members> members(byte[] body) {
        try {
            return StrictJson.read(body, Limits.STANDARD) instanceof JsonValue.Members members
                    ? Optional.of(members)
                    : Optional.empty();
        } catch (InvalidJson | JacksonException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonValue.Members object, String name) {
        return object.values().get(name) instanceof JsonValue.Text(var value) ? value : null;
    }

    private static Duration span(@Nullable String retryAfter, Duration otherwise) {
        if (retryAfter == null || !SECONDS.matcher(retryAfter.strip()).matches()) {
            return otherwise;
        }
        Duration told = Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter.strip())));
        return told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }
}
