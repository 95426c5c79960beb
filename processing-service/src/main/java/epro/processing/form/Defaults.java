package epro.processing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers that a form fills in beforehand: each must be one that it takes. */
final class Defaults {
    private static final String VALUE = "value";

    private Defaults() {}

    /** Those that nobody can change, because the item is read-only; else none. */
    static List<Expected> fixed(Element item, AnswerRule rule, Occurrence occurrence) {
        List<Expected> defaults = new ArrayList<>();
        for (Element initial : item.children("initial")) {
            Optional<Expected> taken = taken(initial, rule);
            if (taken.isEmpty()) {
                initial.fault("", "bad-default", "The default is no answer that the item takes.");
            }
            taken.ifPresent(defaults::add);
        }
        if (rule instanceof ChoiceRule) {
            item.children("answerOption").stream()
                    .filter(option -> option.flag("initialSelected"))
                    .flatMap(option -> taken(option, rule).stream())
                    .forEach(defaults::add);
        }
        if (defaults.size() > 1 && !occurrence.repeats()) {
            item.fault("initial", "bad-default", "There can be one default only.");
        }
        return item.flag("readOnly") ? List.copyOf(defaults) : List.of();
    }

    private static Optional<Expected> taken(Element element, AnswerRule rule) {
        return element.nameStarting(VALUE).flatMap(name -> {
            String type = name.substring(VALUE.length());
            return element.raw(name)
                    .map(value -> FhirValue.asAnswer(type, value, rule))
                    .filter(answer -> rule.judge(answer) == null)
                    .flatMap(answer -> Expected.of(rule, type, answer));
        });
    }
}
