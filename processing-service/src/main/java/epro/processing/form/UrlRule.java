package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A URI reference (RFC 3986). */
record UrlRule(TextRule limits) implements AnswerRule {
    private static final List<CleaningRule> CLEANING = List.of(CleaningRule.TRIM);

    @Override
    public List<CleaningRule> cleaning() {
        return CLEANING;
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        return answer instanceof JsonValue.Text(String text) && isUri(text)
                ? limits.judge(answer)
                : Problem.wrongType("a URL");
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
