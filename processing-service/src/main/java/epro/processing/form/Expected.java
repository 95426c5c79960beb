package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An answer that others are held against, because a condition names it or the form fixes it. */
sealed interface Expected {

    /** How a cleaned answer stands to this one. */
    Order orderOf(JsonValue answer);

    /**
     * The answer to a question with this rule.
     *
     * @param type of the answer in FHIR, as in {@code valueInteger}
     * @param answer clean, and one that the rule can read
     */
    static Optional<Expected> of(AnswerRule rule, String type, JsonValue answer) {
        return switch (type) {
            case "Integer", "Decimal" -> Measure.number(answer).map(Measure::new);
            case "Date", "DateTime" -> Point.of(MomentKind.DATE_TIME, answer);
            case "Time" -> Point.of(MomentKind.TIME, answer);
            default ->
                switch (rule) {
                    case ChoiceRule choice -> Optional.of(new Chosen(choice, answer));
                    case QuantityRule quantity ->
                        Measure.number(answer).map(value -> new Amount(quantity, value, answer));
                    case AnswerRule _ -> Optional.of(new Same(Same.identity(answer)));
                };
        };
    }

    /** A number, be it given as such, as a listed option's code or as a quantity's value. */
    record Measure(BigDecimal value) implements Expected {

        @Override
        public Order orderOf(JsonValue answer) {
            return number(answer).map(number -> Order.of(number, value)).orElse(Order.UNRELATED);
        }

        static Optional<BigDecimal> number(JsonValue answer) {
            JsonValue plain = answer instanceof JsonValue.Members(var members)
                    ? members.getOrDefault("value", members.getOrDefault("code", answer))
                    : answer;
            return Decimals.fromText(plain) instanceof JsonValue.NumberText number
                    ? Decimals.of(number)
                    : Optional.empty();
        }
    }

    /** A date, time or both. */
    record Point(MomentKind kind, Moment moment) implements Expected {

        static Optional<Expected> of(MomentKind kind, JsonValue answer) {
            return read(kind, answer).map(moment -> new Point(kind, moment));
        }

        @Override
        public Order orderOf(JsonValue answer) {
            return read(kind, answer).map(given -> given.orderTo(moment)).orElse(Order.UNRELATED);
        }

        private static Optional<Moment> read(MomentKind kind, JsonValue answer) {
            JsonValue plain =
                    answer instanceof JsonValue.Members(var members) ? members.getOrDefault("code", answer) : answer;
            return plain instanceof JsonValue.Text(String text) ? kind.read(text) : Optional.empty();
        }
    }

    /** One of the options of a list, or own words where the list is open. */
    record Chosen(ChoiceRule rule, JsonValue choice) implements Expected {

        @Override
        public Order orderOf(JsonValue answer) {
            return rule.isSame(answer, choice) ? Order.SAME : Order.UNRELATED;
        }
    }

    /** A quantity: comparable only with those in its unit, for nothing is converted. */
    record Amount(QuantityRule rule, BigDecimal value, JsonValue quantity) implements Expected {

        @Override
        public Order orderOf(JsonValue answer) {
            return rule.isInSameUnit(answer, quantity)
                    ? Measure.number(answer)
                            .map(number -> Order.of(number, value))
                            .orElse(Order.UNRELATED)
                    : Order.UNRELATED;
        }
    }

    /** Anything that is the same or is not. */
    record Same(JsonValue value) implements Expected {
        /** How a thing is shown, which makes no other thing of it. */
        private static final Set<String> SHOWN = Set.of("display", "title", "type");

        @Override
        public Order orderOf(JsonValue answer) {
            return identity(answer).equals(value) ? Order.SAME : Order.UNRELATED;
        }

        static JsonValue identity(JsonValue answer) {
            if (!(answer instanceof JsonValue.Members(Map<String, JsonValue> members))) {
                return answer;
            }
            Map<String, JsonValue> identifying = new HashMap<>(members);
            identifying.keySet().removeAll(SHOWN);
            return new JsonValue.Members(identifying);
        }
    }
}
