package epro.processing.harm;

import epro.processing.form.ItemMeaning;
import epro.processing.form.ItemMeaning.Choice;
import epro.processing.form.Texts;
import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer is worth as a number: itself, the code that was chosen, or the weight of that choice. */
final class Level {
    /** As long as forms take them: what a device calculates has many digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?([eE][+-]?\\d{1,4})?");

    private static final Map<String, BigDecimal> WORDS = Map.of(
            "yes",
            BigDecimal.ONE,
            "y",
            BigDecimal.ONE,
            "true",
            BigDecimal.ONE,
            "no",
            BigDecimal.ZERO,
            "n",
            BigDecimal.ZERO,
            "false",
            BigDecimal.ZERO);

    private Level() {}

    /** The weight of an option of the question comes first. */
    static Optional<BigDecimal> of(JsonValue answer, ItemMeaning meaning) {
        String text = text(answer);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Choice> choice = meaning.choice(text);
        return choice.map(Choice::weight)
                .or(() -> number(Texts.narrow(Texts.trim(text))))
                .or(() -> HowOften.of(text))
                .or(() -> choice.map(Choice::display).flatMap(HowOften::of));
    }

    /** The code that was chosen, or what else stands there as text. */
    static @Nullable String text(JsonValue answer) {
        return switch (answer) {
            case JsonValue.NumberText(String number) -> number;
            case JsonValue.Text(String text) -> text;
            case JsonValue.Flag(boolean flag) -> Boolean.toString(flag);
            case JsonValue.Members(var members)
            when members.get("code") instanceof JsonValue.Text(String code) && !members.containsKey("value") -> code;
            case JsonValue.Members(var members)
            when members.get("value") instanceof JsonValue.NumberText(String value) -> value;
            case JsonValue.Members(var members)
            when members.get("value") instanceof JsonValue.Text(String value) -> value;
            case JsonValue.Members(var members) when members.get("text") instanceof JsonValue.Text(String text) -> text;
            case JsonValue.Members _, JsonValue.Items _, JsonValue.Null _ -> null;
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.ofNullable(WORDS.get(text.toLowerCase(Locale.ROOT)));
    }

    /** A whole number of at most nine digits. */
    static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }
}
