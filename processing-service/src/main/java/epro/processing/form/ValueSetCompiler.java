package epro.processing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The codes of a contained value set that names each of them. What would take a terminology server (filters, whole code systems, other
 * value sets, part of an expansion) is refused.
 */
final class ValueSetCompiler {
    private static final Set<String> DESCRIPTION = Set.of(
            "id",
            "meta",
            "language",
            "text",
            "url",
            "identifier",
            "version",
            "name",
            "title",
            "status",
            "experimental",
            "date",
            "publisher",
            "contact",
            "description",
            "useContext",
            "jurisdiction",
            "immutable",
            "purpose",
            "copyright");
    private static final Set<String> ABOUT_CONCEPT = Set.of("id", "designation", "version");

    private final List<Concept> concepts = new ArrayList<>();
    private int nodes;

    private ValueSetCompiler() {}

    static List<Concept> compile(Element set) {
        ValueSetCompiler compiler = new ValueSetCompiler();
        if (set.has("expansion")) {
            set.child("expansion").ifPresent(compiler::expansion);
            set.ignore(Set.of("compose"));
        } else {
            set.needed("compose", set::child).ifPresent(compiler::compose);
        }
        set.ignore(DESCRIPTION);
        Extensions.of(set).refuseRest();
        set.refuseRest();
        return compiler.concepts.stream().distinct().toList();
    }

    private void compose(Element compose) {
        compose.needed("include", name -> Optional.of(compose.children(name)))
                .ifPresent(includes -> includes.forEach(this::include));
        compose.ignore(Set.of("id", "lockedDate", "inactive"));
        compose.refuseRest();
    }

    private void include(Element include) {
        String system = include.needed("system", include::text).orElse(null);
        include.needed("concept", name -> Optional.of(include.children(name)))
                .ifPresent(listed -> listed.forEach(concept -> {
                    concept.needed("code", concept::text).ifPresent(code -> add(concept, new Coding(system, code)));
                    concept.ignore(ABOUT_CONCEPT);
                    concept.refuseRest();
                }));
        include.ignore(Set.of("id", "version"));
        include.refuseRest();
    }

    private void expansion(Element expansion) {
        contains(expansion);
        expansion
                .count("total")
                .filter(total -> total > nodes)
                .ifPresent(_ -> expansion.fault(
                        "total", "incomplete-expansion", "More codes belong to the value set than are listed here."));
        expansion.ignore(Set.of("id", "identifier", "timestamp", "offset", "parameter"));
        expansion.refuseRest();
    }

    private void contains(Element parent) {
        for (Element node : parent.children("contains")) {
            nodes++;
            boolean isAbstract = node.flag("abstract");
            boolean isInactive = node.flag("inactive");
            Optional<Coding> coding =
                    node.text("code").map(code -> new Coding(node.text("system").orElse(null), code));
            coding.filter(_ -> !isAbstract && !isInactive).ifPresent(selected -> add(node, selected));
            contains(node);
            node.ignore(ABOUT_CONCEPT);
            node.ignore(Set.of("system", "display", "extension"));
            node.refuseRest();
        }
    }

    private void add(Element element, Coding coding) {
        Extensions extensions = Extensions.of(element);
        Optional<Element> weight = extensions.take(Extensions.ORDINAL_VALUE);
        concepts.add(new Concept(
                coding,
                element.text("display").orElse(null),
                weight.flatMap(given -> given.needed("valueDecimal", given::number))
                        .orElse(null)));
        extensions.refuseRest();
    }
}
