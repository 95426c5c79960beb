package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An integer or a decimal.
 *
 * @param decimalPlacesMax places that say something: 36.50 has one
 */
record NumberRule(boolean whole, Bounds<BigDecimal> bounds, int decimalPlacesMax) implements AnswerRule {
    private static final List<CleaningRule> DECIMAL =
            List.of(CleaningRule.TRIM, CleaningRule.NFC, CleaningRule.ASCII, CleaningRule.NUMBER);
    private static final List<CleaningRule> WHOLE =
            List.of(CleaningRule.TRIM, CleaningRule.NFC, CleaningRule.ASCII, CleaningRule.NUMBER, CleaningRule.INTEGER);

    @Override
    public List<String> types() {
        return whole ? List.of("Integer") : List.of("Decimal", "Integer");
    }

    @Override
    public List<CleaningRule> cleaning() {
        return whole ? WHOLE : DECIMAL;
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        if (!(answer instanceof JsonValue.NumberText text)) {
            return Problem.wrongType(whole ? "a whole number" : "a number");
        }
        Optional<BigDecimal> number = Decimals.of(text);
        return number.isPresent()
                ? judge(number.get())
                : new Problem(ReasonCode.OUT_OF_RANGE, "The number is too long to be an answer.");
    }

    private @Nullable Problem judge(BigDecimal number) {
        if (whole && !Decimals.isWhole(number)) {
            return Problem.wrongType("a whole number");
        }
        if (!bounds.admits(number)) {
            return bounds.problem();
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > decimalPlacesMax) {
            return new Problem(ReasonCode.TOO_PRECISE, "At most " + decimalPlacesMax + " decimal places are allowed.");
        }
        return null;
    }
}
