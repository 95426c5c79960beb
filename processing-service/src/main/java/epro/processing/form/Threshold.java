package epro.processing.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit that a form declares ({@value Extensions#HARM_THRESHOLD}): an answer beyond it is a finding.
 *
 * @param term what the finding is then about
 * @param selfHarm whether it says that the patient may be a danger to themselves
 */
public record Threshold(Comparison comparison, BigDecimal value, ItemMeaning.Code term, boolean selfHarm) {

    public boolean isPassedBy(BigDecimal answer) {
        int order = answer.compareTo(value);
        return switch (comparison) {
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
        };
    }

    /** How an answer is compared with the value. */
    public enum Comparison {
        GREATER(">"),
        AT_LEAST(">="),
        LESS("<"),
        AT_MOST("<="),
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static Optional<Comparison> of(String sign) {
            return Stream.of(values())
                    .filter(comparison -> comparison.sign.equals(sign))
                    .findFirst();
        }
    }
}
