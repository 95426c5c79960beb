package epro.cli.demo;

import epro.cli.demo.Question.Trait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A questionnaire as a patient's app walks through it: its questions in order, groups that don't repeat dissolved. */
record SampleForm(String id, String version, JsonNode questionnaire, List<Question> questions) {

    static SampleForm of(JsonNode questionnaire) {
        return new SampleForm(
                questionnaire.path("id").asString(),
                questionnaire.path("version").asString(),
                questionnaire,
                questions(questionnaire, List.of()).toList());
    }

    private static Stream<Question> questions(JsonNode parent, List<Gate> outer) {
        return parent.path("item").valueStream().flatMap(item -> questions(item, outer, Gate.of(item)));
    }

    private static Stream<Question> questions(JsonNode item, List<Gate> outer, Gate own) {
        List<Gate> gates = new ArrayList<>(outer);
        gates.add(own);
        return switch (item.path("type").asString()) {
            case "display" -> Stream.empty();
            case "group" ->
                item.path("repeats").asBoolean(false)
                        ? Stream.of(
                                question(item, gates, questions(item, List.of()).toList()))
                        : questions(item, gates);
            default -> Stream.concat(Stream.of(question(item, gates, List.of())), questions(item, gates));
        };
    }

    private static Question question(JsonNode item, List<Gate> gates, List<Question> inner) {
        return new Question(
                item.path("linkId").asString(),
                item.path("type").asString(),
                traits(item),
                List.copyOf(gates),
                new Question.Limits(
                        bound(item, "minValue"),
                        bound(item, "maxValue"),
                        item.has("maxLength") ? item.get("maxLength").asInt() : null,
                        extension(item, "questionnaire-unit").findFirst().orElse(null)),
                item.path("answerOption").valueStream().map(SampleForm::option).toList(),
                inner);
    }

    private static Set<Trait> traits(JsonNode item) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (item.path("required").asBoolean(false)) {
            traits.add(Trait.REQUIRED);
        }
        if (item.path("repeats").asBoolean(false)) {
            traits.add(Trait.REPEATS);
        }
        if (extension(item, "violation-severity")
                .anyMatch(severity -> severity.asString().equals("warning"))) {
            traits.add(Trait.LENIENT);
        }
        return traits;
    }

    private static @Nullable BigDecimal bound(JsonNode item, String name) {
        return extension(item, name)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .findFirst()
                .orElse(null);
    }

    /** The {@code value[x]} of the item's extensions whose address ends so. */
    private static Stream<JsonNode> extension(JsonNode item, String name) {
        return item.path("extension")
                .valueStream()
                .filter(extension -> extension.path("url").asString().endsWith(name))
                .flatMap(JsonNode::propertyStream)
                .filter(member -> member.getKey().startsWith("value"))
                .map(Map.Entry::getValue);
    }

    private static JsonNode option(JsonNode written) {
        JsonNode value = written.valueStream()
                .filter(member -> !member.isArray())
                .findFirst()
                .orElseThrow();
        return value.has("code") ? value.get("code") : value;
    }
}
