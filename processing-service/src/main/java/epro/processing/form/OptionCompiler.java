package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answers that a question offers. */
final class OptionCompiler {
    private static final List<String> ANY_VALUE =
            List.of("valueCoding", "valueString", "valueInteger", "valueDate", "valueTime");

    static final String VALUE_SET = "answerValueSet";

    private OptionCompiler() {}

    /** The options of a choice, of any type that an option may have, or the codes of its value set. */
    static List<Option> anyOptions(Element element, ValueSets valueSets) {
        if (!element.has(VALUE_SET)) {
            return options(element, ANY_VALUE);
        }
        if (element.has("answerOption")) {
            element.fault(VALUE_SET, "options-twice", "There can't be options and a value set.");
            element.ignore(Set.of(VALUE_SET));
            return options(element, ANY_VALUE);
        }
        return valueSets.named(element, VALUE_SET).stream()
                .map(Concept::coding)
                .map(coding -> new Option("Coding", new JsonValue.Text(coding.code()), coding, false))
                .distinct()
                .toList();
    }

    /** @param values the members that may hold an option's value */
    static List<Option> options(Element element, List<String> values) {
        List<Element> elements = element.children("answerOption");
        if (element.has("answerOption") && elements.isEmpty()) {
            element.fault("answerOption", "no-options", "There must be options.");
        }
        List<Option> options = new ArrayList<>();
        Set<Coding> codings = new HashSet<>();
        for (Element one : elements) {
            Optional<Option> option = option(one, values);
            if (option.isPresent() && !codings.add(option.get().coding())) {
                one.fault("", "duplicate-option", "Another option is the same.");
            }
            option.ifPresent(options::add);
        }
        return List.copyOf(options);
    }

    private static Optional<Option> option(Element element, List<String> values) {
        String name = values.stream().filter(element::has).findFirst().orElse(values.getFirst());
        Extensions extensions = Extensions.of(element);
        boolean exclusive = extensions
                .take(Extensions.OPTION_EXCLUSIVE)
                .map(extension -> extension.flag("valueBoolean"))
                .orElse(false);
        Optional<Option> option = element.needed(name, _ -> option(element, name, exclusive));
        extensions.refuseRest();
        element.ignore(Set.of("id", "initialSelected"));
        element.refuseRest();
        return option;
    }

    private static Optional<Option> option(Element element, String name, boolean exclusive) {
        String type = name.substring("value".length());
        return switch (name) {
            case "valueCoding" ->
                element.child(name)
                        .flatMap(OptionCompiler::coding)
                        .map(coding -> new Option(type, new JsonValue.Text(coding.code()), coding, exclusive));
            case "valueInteger" ->
                element.number(name)
                        .filter(Decimals::isWhole)
                        .map(number -> new Option(
                                type,
                                new JsonValue.NumberText(number.toBigInteger().toString()),
                                new Coding(null, number.toBigInteger().toString()),
                                exclusive));
            default ->
                element.text(name)
                        .map(text -> new Option(type, new JsonValue.Text(text), new Coding(null, text), exclusive));
        };
    }

    private static Optional<Coding> coding(Element element) {
        Optional<String> code = element.needed("code", element::text);
        return code.map(text -> new Coding(element.text("system").orElse(null), text));
    }
}
