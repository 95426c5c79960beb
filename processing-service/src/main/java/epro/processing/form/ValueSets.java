package epro.processing.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value sets that a questionnaire contains. */
final class ValueSets {
    private final Map<String, List<Concept>> byId = new HashMap<>();

    private ValueSets() {}

    static ValueSets in(Element questionnaire) {
        ValueSets sets = new ValueSets();
        questionnaire.children("contained").forEach(sets::add);
        return sets;
    }

    private void add(Element contained) {
        Optional<String> type = contained.needed("resourceType", contained::text);
        if (type.filter("ValueSet"::equals).isEmpty()) {
            contained.fault("resourceType", "unsupported", "Only a ValueSet may be contained.");
            return;
        }
        Optional<String> id = contained.needed("id", contained::text);
        List<Concept> concepts = ValueSetCompiler.compile(contained);
        if (concepts.isEmpty()) {
            contained.fault("", "no-options", "There must be codes.");
        }
        if (id.isPresent() && byId.put(id.get(), concepts) != null) {
            contained.fault("id", "duplicate-id", "Another contained resource has the same id.");
        }
    }

    /** The codes of the set that a member refers to as {@code #id}; none where there is a fault. */
    List<Concept> named(Element element, String name) {
        Optional<String> reference = element.needed(name, element::text);
        if (reference.isPresent() && !reference.get().startsWith("#")) {
            element.fault(
                    name, "value-set-not-contained", "Only codes of a contained value set (#id) can be checked here.");
            return List.of();
        }
        Optional<List<Concept>> concepts = reference.map(text -> byId.get(text.substring(1)));
        if (reference.isPresent() && concepts.isEmpty()) {
            element.fault(name, "unknown-value-set", "No value set of this id is contained.");
        }
        return concepts.orElse(List.of());
    }
}
