package epro.processing.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the conditions of items, once all items are known: a condition may look at a question that comes later. The question
 * must be one of which there is one occurrence where the item stands: in the same row, or outside of the rows that it is in.
 */
final class ConditionCompiler {
    static final Set<String> MEMBERS = Set.of("enableWhen", "enableBehavior");

    private static final String ALL = "all";
    private static final String ANY = "any";

    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, Element> conditional;
    private final Set<String> linkIds;
    private final Dependencies dependencies;

    /**
     * @param conditional the items with conditions, by linkId, in the form's order
     * @param linkIds of all items, those included that can't be compiled
     */
    ConditionCompiler(List<Item> items, Map<String, Element> conditional, Set<String> linkIds) {
        Spot.note(items, null, spots);
        this.conditional = conditional;
        this.linkIds = linkIds;
        this.dependencies = new Dependencies(direct());
    }

    /** By linkId, in the form's order. */
    Map<String, Enablement> compile() {
        Map<String, Enablement> enablements = new LinkedHashMap<>();
        conditional.forEach((linkId, element) -> {
            Spot spot = spots.get(linkId);
            if (spot != null) {
                enablements.put(linkId, enablement(spot, element));
            }
        });
        return enablements;
    }

    private Map<String, List<String>> direct() {
        Map<String, List<String>> direct = new HashMap<>();
        spots.forEach((linkId, spot) -> {
            Spot around = spot.around();
            if (around != null) {
                direct.computeIfAbsent(linkId, _ -> new ArrayList<>())
                        .add(around.item().linkId());
            }
        });
        conditional.forEach((linkId, element) -> element.children("enableWhen").stream()
                .flatMap(condition -> condition.text("question").stream())
                .forEach(question ->
                        direct.computeIfAbsent(linkId, _ -> new ArrayList<>()).add(question)));
        return direct;
    }

    private Enablement enablement(Spot spot, Element element) {
        List<Element> conditions = element.children("enableWhen");
        if (conditions.isEmpty()) {
            element.fault("enableWhen", "no-conditions", "There must be conditions.");
        }
        Optional<String> behavior = element.text("enableBehavior");
        if (behavior.isEmpty() && !element.has("enableBehavior") && conditions.size() > 1) {
            element.fault("enableBehavior", "missing", "Of several conditions it must be said whether all are needed.");
        }
        if (behavior.isPresent()
                && !behavior.get().equals(ALL)
                && !behavior.get().equals(ANY)) {
            element.fault("enableBehavior", "bad-value", "This must be all or any.");
        }
        return new Enablement(
                behavior.filter(ANY::equals).isEmpty(),
                conditions.stream()
                        .flatMap(condition -> condition(spot, condition).stream())
                        .toList());
    }

    private Optional<Condition> condition(Spot spot, Element element) {
        Optional<String> operator = TestCompiler.operator(element);
        Optional<Spot> seen =
                element.needed("question", element::text).flatMap(linkId -> question(spot, element, linkId));
        if (operator.isEmpty() || seen.isEmpty() || !(seen.get().item() instanceof Item.Question question)) {
            return Optional.empty();
        }
        Optional<AnswerTest> test = TestCompiler.compile(element, operator.get(), question.rule());
        element.ignore(Set.of("id"));
        element.refuseRest();
        int levelsUp = spot.rows().size() - seen.get().rows().size();
        List<String> gates = seen.get().inItsRow(conditional::containsKey);
        return test.map(asked -> new Condition(question, levelsUp, gates, asked));
    }

    private Optional<Spot> question(Spot spot, Element element, String linkId) {
        Spot found = spots.get(linkId);
        if (found == null) {
            return linkIds.contains(linkId)
                    ? Optional.empty()
                    : fault(element, "unknown-question", "No item has this linkId.");
        }
        if (!(found.item() instanceof Item.Question)) {
            return fault(element, "not-a-question", "Only a question has answers to look at.");
        }
        List<String> rows = found.rows();
        if (rows.size() > spot.rows().size()
                || !spot.rows().subList(0, rows.size()).equals(rows)) {
            return fault(
                    element,
                    "ambiguous-question",
                    "The question stands in a repeating group that this item does not stand in: it is not said in which row.");
        }
        return dependencies.leadTo(linkId, spot.item().linkId())
                ? fault(element, "circular-condition", "Whether the question is asked depends on this item.")
                : depthChecked(spot, element, found);
    }

    private Optional<Spot> depthChecked(Spot spot, Element element, Spot found) {
        return dependencies.areTooDeep(spot.item().linkId())
                ? fault(element, "too-many-steps", "At most 100 items may depend on each other in a row.")
                : Optional.of(found);
    }

    private static Optional<Spot> fault(Element element, String code, String message) {
        element.fault("question", code, message);
        return Optional.empty();
    }
}
