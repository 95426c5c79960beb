package epro.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A mistake that an app could make with one answer.
 *
 * @param code the reason that processing is expected to give for it
 * @param possible which questions it can be made at
 */
record Fault(String code, Predicate<Question> possible, Mistake mistake) {

    @FunctionalInterface
    interface Mistake {
        void make(Question question, Map<String, JsonNode> answers);
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<Fault> ALL = List.of(
            new Fault("required", Question::required, (question, answers) -> answers.remove(question.linkId())),
            put("wrong-type", Fault::isNumber, _ -> JSON.stringNode("rather a lot")),
            put("out-of-range", Fault::isBounded, Fault::aboveTheMost),
            put("not-an-option", Fault::isChoice, _ -> JSON.stringNode("none-of-these")),
            put("too-long", question -> question.limits().lengthMax() != null, Fault::tooLong),
            new Fault(
                    "unknown-item",
                    _ -> true,
                    (question, answers) -> answers.put(question.linkId() + "-old", JSON.numberNode(1))));

    private static Fault put(String code, Predicate<Question> possible, Answering answering) {
        return new Fault(
                code, possible, (question, answers) -> answers.put(question.linkId(), answering.answer(question)));
    }

    @FunctionalInterface
    private interface Answering {
        JsonNode answer(Question question);
    }

    /** Questions at which the mistake is the only one that follows from it. */
    List<Question> places(SampleForm form) {
        return form.questions().stream()
                .filter(Question::standsAlone)
                .filter(question -> form.questions().stream().noneMatch(other -> dependsOn(other, question)))
                .filter(possible)
                .toList();
    }

    private static boolean dependsOn(Question other, Question question) {
        return other.gates().stream()
                .flatMap(gate -> gate.conditions().stream())
                .anyMatch(condition -> condition.question().equals(question.linkId()));
    }

    private static boolean isNumber(Question question) {
        return question.type().equals("integer") || question.type().equals("decimal");
    }

    private static boolean isBounded(Question question) {
        return isNumber(question) && question.limits().most() != null;
    }

    private static boolean isChoice(Question question) {
        return question.type().equals("choice");
    }

    private static JsonNode aboveTheMost(Question question) {
        return JSON.numberNode(Objects.requireNonNull(question.limits().most()).add(BigDecimal.ONE));
    }

    private static JsonNode tooLong(Question question) {
        return JSON.stringNode("a".repeat(orZero(question.limits().lengthMax()) + 1));
    }

    private static int orZero(@Nullable Integer length) {
        return length == null ? 0 : length;
    }
}
