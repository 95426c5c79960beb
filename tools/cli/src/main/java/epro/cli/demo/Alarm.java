package epro.cli.demo;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * An answer that nobody may overlook: the worst severity of a symptom, or alarming words.
 *
 * @param linkId of the question that it answers
 */
record Alarm(String linkId, JsonNode answer) {

    private static final String SEVERITY = "-severity";

    /**
     * All that the form has room for, at questions that are always asked.
     *
     * @param phrases alarming ones, in the patient's language
     */
    static List<Alarm> in(SampleForm form, List<String> phrases) {
        return form.questions().stream()
                .filter(Question::standsAlone)
                .flatMap(question -> at(question, phrases))
                .toList();
    }

    private static Stream<Alarm> at(Question question, List<String> phrases) {
        if (question.type().equals("text")) {
            return phrases.stream().map(phrase -> new Alarm(question.linkId(), StringNode.valueOf(phrase)));
        }
        boolean severity = question.type().equals("choice") && question.linkId().endsWith(SEVERITY);
        return severity
                ? Stream.of(new Alarm(question.linkId(), question.options().getLast()))
                : Stream.empty();
    }
}
