package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URI reference (RFC 3986), whose UUID is one (RFC 9562) where it says so. */
record UrlRule() implements AnswerRule {
    private static final String UUID_PREFIX = "urn:uuid:";
    private static final Pattern UUID =
            Pattern.compile(UUID_PREFIX + "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final List<CleaningRule> CLEANING = List.of(CleaningRule.TRIM);

    @Override
    public List<String> types() {
        return List.of("String");
    }

    @Override
    public List<CleaningRule> cleaning() {
        return CLEANING;
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        return answer instanceof JsonValue.Text(String text) && isUri(text) ? null : Problem.wrongType("a URL");
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).toString().isEmpty()
                    && (!text.startsWith(UUID_PREFIX) || UUID.matcher(text).matches());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
