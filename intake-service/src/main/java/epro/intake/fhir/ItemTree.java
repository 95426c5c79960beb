package epro.intake.fhir;

import epro.intake.request.Fields;
import epro.intake.request.Refusals;
import epro.schemas.json.JsonValue;
import epro.support.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Items side by side, turned into answers by linkId. A group becomes an object, one that stands there several times a list of
 * them; several answers become a list; items under an answer stand beside it.
 */
final class ItemTree {
    private static final Set<String> KNOWN = Set.of(
            "id", "extension", "linkId", "definition", "text", "answer", "item", "_linkId", "_definition", "_text");

    private final Map<String, JsonValue> answers = new LinkedHashMap<>();

    private ItemTree() {}

    /** The answers of all items right under an element. */
    static JsonValue.Members answers(Fields parent) {
        var tree = new ItemTree();
        tree.addAll(parent.objects("item"));
        return new JsonValue.Members(tree.answers);
    }

    private void addAll(List<Fields> items) {
        Map<String, List<Fields>> byLinkId = items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.requiredText("linkId"), LinkedHashMap::new, Collectors.toList()));
        byLinkId.forEach(this::add);
    }

    private void add(String linkId, List<Fields> same) {
        try {
            read(linkId, same);
        } catch (ProblemException refusal) {
            throw named(refusal, linkId);
        }
    }

    /** Names the innermost item that a refusal is about, if its linkId may come back. */
    private static ProblemException named(ProblemException refusal, String linkId) {
        boolean nameable = Refusals.isNameable(linkId) && !refusal.members().containsKey(OperationOutcome.LINK_ID);
        return nameable ? refusal.with(OperationOutcome.LINK_ID, linkId) : refusal;
    }

    private void read(String linkId, List<Fields> same) {
        var first = same.getFirst();
        if (same.size() == 1) {
            value(first).ifPresent(value -> put(linkId, value, first));
            addUnder(first.objects("answer"));
        } else {
            put(linkId, rows(same), first);
        }
    }

    /** Where a question has one answer, what stands under it stands beside the question. */
    private void addUnder(List<Fields> given) {
        if (given.size() == 1) {
            addAll(given.getFirst().objects("item"));
        }
    }

    private JsonValue rows(List<Fields> same) {
        for (Fields item : same) {
            if (!item.objects("answer").isEmpty()) {
                throw answeredTwice(item);
            }
        }
        return new JsonValue.Items(
                same.stream().flatMap(item -> value(item).stream()).toList());
    }

    private void put(String linkId, JsonValue value, Fields item) {
        if (answers.putIfAbsent(linkId, value) != null) {
            throw answeredTwice(item);
        }
    }

    /** Empty where the question was not asked. */
    private Optional<JsonValue> value(Fields item) {
        Elements.refuseWhatChangesMeaning(item);
        item.refuseOthersThan(KNOWN);
        Elements.checkExtensions(item);
        var given = item.objects("answer");
        boolean group = !item.objects("item").isEmpty();
        if (group && !given.isEmpty()) {
            throw Refusals.unprocessable(
                    "answer-and-items", item.pointer(), "An item has answers, or items under it, not both.");
        }
        var absence = Absence.of(item);
        if (absence.isPresent()) {
            Absence.requireAlone(!group && given.isEmpty(), item);
            return absence.get().answer();
        }
        if (group) {
            return Optional.of(answers(item));
        }
        return switch (given.size()) {
            case 0 -> Optional.of(new JsonValue.Null());
            case 1 -> AnswerValue.of(given.getFirst());
            default -> Optional.of(several(given));
        };
    }

    private static JsonValue several(List<Fields> given) {
        for (Fields answer : given) {
            if (!answer.objects("item").isEmpty()) {
                throw Refusals.unprocessable(
                        "items-under-repeated-answer",
                        answer.at("item"),
                        "Items can stand under an answer only if it is the only one.");
            }
        }
        return new JsonValue.Items(given.stream()
                .flatMap(answer -> AnswerValue.of(answer).stream())
                .toList());
    }

    private static RuntimeException answeredTwice(Fields item) {
        return Refusals.unprocessable(
                "answered-twice",
                item.at("linkId"),
                "A question stands in one place only; several answers to it stand in one item.");
    }
}
