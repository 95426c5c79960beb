package epro.processing.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a condition asks of the answers of its question: operators and answers that the question's type does not have make no sense. */
final class TestCompiler {
    private static final String EXISTS = "exists";
    private static final String NOT_EQUAL = "!=";
    /** How an answer may stand to the condition's. */
    private static final Map<String, Set<Order>> ORDERS = Map.of(
            "=",
            Set.of(Order.SAME),
            NOT_EQUAL,
            Set.of(),
            ">",
            Set.of(Order.GREATER),
            "<",
            Set.of(Order.LESS),
            ">=",
            Set.of(Order.GREATER, Order.SAME),
            "<=",
            Set.of(Order.LESS, Order.SAME));

    private static final Set<String> ORDERED = Set.of("Integer", "Decimal", "Date", "DateTime", "Time", "Quantity");
    private static final String ANSWER = "answer";

    private final Element element;
    private final AnswerRule rule;

    private TestCompiler(Element element, AnswerRule rule) {
        this.element = element;
        this.rule = rule;
    }

    /** One of those that FHIR has. */
    static Optional<String> operator(Element element) {
        Optional<String> operator = element.needed("operator", element::text);
        Optional<String> known = operator.filter(one -> one.equals(EXISTS) || ORDERS.containsKey(one));
        if (operator.isPresent() && known.isEmpty()) {
            element.fault("operator", "bad-value", "This must be exists, =, !=, >, <, >= or <=.");
        }
        return known;
    }

    /** @param rule of the question's answers */
    static Optional<AnswerTest> compile(Element element, String operator, AnswerRule rule) {
        return operator.equals(EXISTS)
                ? element.needed("answerBoolean", name -> Optional.of(element.flag(name)))
                        .map(AnswerTest.Exists::new)
                : new TestCompiler(element, rule).compared(operator);
    }

    private Optional<AnswerTest> compared(String operator) {
        Optional<String> name = element.nameStarting(ANSWER);
        if (name.isEmpty()) {
            element.fault("", "missing", "An answer must be given to compare with.");
        }
        name.ifPresent(element::raw);
        return name.flatMap(answer -> compared(operator, answer));
    }

    private Optional<AnswerTest> compared(String operator, String name) {
        String type = name.substring(ANSWER.length());
        if (!rule.types().contains(type)) {
            element.fault(name, "bad-answer-type", answeredBy());
            return Optional.empty();
        }
        Set<Order> orders = ORDERS.getOrDefault(operator, Set.of());
        boolean ordered = !operator.equals("=") && !operator.equals(NOT_EQUAL);
        if (ordered && !ORDERED.contains(type)) {
            element.fault("operator", "bad-operator", "Such answers are the same or not, but none is the greater.");
            return Optional.empty();
        }
        Optional<Expected> expected = element.raw(name)
                .map(value -> FhirValue.asAnswer(type, value, rule))
                .filter(answer -> isPossible(rule.judge(answer), ordered))
                .flatMap(answer -> Expected.of(rule, type, answer));
        if (expected.isEmpty()) {
            element.fault(name, "bad-value", "The question can't have such an answer.");
        }
        return expected.map(
                to -> operator.equals(NOT_EQUAL) ? new AnswerTest.NoneIs(to) : new AnswerTest.AnyStands(orders, to));
    }

    private String answeredBy() {
        return rule.types().isEmpty()
                ? "The answers to this question can't be compared."
                : "The question is answered by " + String.join(" or ", rule.types()) + ".";
    }

    /** Answers are compared with a limit that need not be an answer itself, but has to be of their kind. */
    private boolean isPossible(@Nullable Problem problem, boolean limit) {
        return problem == null
                || (limit
                        && problem.code() != ReasonCode.WRONG_TYPE
                        && !(rule instanceof QuantityRule && problem.code() == ReasonCode.NOT_AN_OPTION));
    }
}
