package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact numbers, within bounds that keep any of them cheap to compare and to write out. */
final class Decimals {
    private static final int DIGITS_MAX = 100;

    /** With both signs, a point and an e. */
    private static final int LENGTH_MAX = DIGITS_MAX + 4;

    private static final int EXPONENT_DIGITS_MAX = 4;
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?(?<digits>\\d+)$");
    private static final Pattern TYPED = Pattern.compile(
            "(?<sign>[+-]?)(?=\\.?\\d)0*(?<whole>\\d*)(?:\\.(?<fraction>\\d*))?(?<exponent>[eE][+-]?\\d+)?");

    private Decimals() {}

    /** The number, or empty if it has more than 100 digits or an exponent of more than four digits. */
    static Optional<BigDecimal> of(JsonValue.NumberText number) {
        String text = number.value();
        Matcher exponent = EXPONENT.matcher(text);
        boolean tooMuch =
                isTooLong(text) || (exponent.find() && exponent.group("digits").length() > EXPONENT_DIGITS_MAX);
        return tooMuch ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static boolean isTooLong(String text) {
        return text.length() > LENGTH_MAX
                || text.chars().filter(Character::isDigit).count() > DIGITS_MAX;
    }

    static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** A text that is a number becomes one, as it was typed but for what JSON does not allow: {@code +3}, {@code 03}, {@code .5}. */
    static JsonValue fromText(JsonValue value) {
        if (!(value instanceof JsonValue.Text(String text)) || isTooLong(text)) {
            return value;
        }
        Matcher typed = TYPED.matcher(text);
        if (!typed.matches()) {
            return value;
        }
        String fraction = Optional.ofNullable(typed.group("fraction")).orElse("");
        String whole = typed.group("whole").isEmpty() ? "0" : typed.group("whole");
        return new JsonValue.NumberText((typed.group("sign").equals("-") ? "-" : "")
                + whole
                + (fraction.isEmpty() ? "" : "." + fraction)
                + Optional.ofNullable(typed.group("exponent")).orElse(""));
    }

    /** {@code 3.0} and {@code 3e0} become {@code 3}; what is not whole, or has more than 100 digits, stays. */
    static JsonValue withoutZeroFraction(JsonValue value) {
        return value instanceof JsonValue.NumberText number
                ? of(number)
                        .filter(exact -> isWhole(exact) && exact.precision() - exact.scale() <= DIGITS_MAX)
                        .<JsonValue>map(exact ->
                                new JsonValue.NumberText(exact.toBigInteger().toString()))
                        .orElse(value)
                : value;
    }
}
