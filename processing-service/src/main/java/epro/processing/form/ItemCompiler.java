package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes items, and notes every fault on the way. One for each form. */
final class ItemCompiler {
    private static final Set<String> PRESENTATION =
            Set.of("id", "definition", "code", "prefix", "_prefix", "text", "_text", "readOnly");
    /** An object with this key alone says why there is no answer. */
    private static final String RESERVED = "missing";

    private static final JsonValue NO_ITEMS = new JsonValue.Items(List.of());

    private final ValueSets valueSets;
    private final Set<String> linkIds = new HashSet<>();
    private final Map<String, ItemMeaning> meanings = new HashMap<>();
    private final Map<String, Element> conditional = new LinkedHashMap<>();

    ItemCompiler(ValueSets valueSets) {
        this.valueSets = valueSets;
    }

    /** All items of a questionnaire, with what belongs to them. */
    FormItems compile(Element questionnaire) {
        List<Item> items = items(questionnaire);
        return new FormItems(Section.of(items), meanings, new ConditionCompiler(items, conditional, linkIds).compile());
    }

    /** The items of a form or group, of which there must be some. */
    private List<Item> items(Element parent) {
        if (parent.raw("item").map(NO_ITEMS::equals).orElse(true)) {
            parent.fault("item", "no-items", "There must be items.");
        }
        return itemsIfAny(parent);
    }

    private List<Item> itemsIfAny(Element parent) {
        List<Item> items = new ArrayList<>();
        parent.children("item").forEach(element -> item(element).ifPresent(items::add));
        return items;
    }

    private Optional<Item> item(Element element) {
        String linkId = linkId(element);
        element.ignore(PRESENTATION);
        element.ignore(ConditionCompiler.MEMBERS);
        if (element.has("enableWhen")) {
            conditional.put(linkId, element);
        }
        Extensions extensions = Extensions.of(element);
        Optional<Item> item = element.needed("type", element::text).flatMap(type -> switch (type) {
            case "display" -> Optional.of(new Item.Display(linkId));
            case "group" -> Optional.of(group(linkId, element, extensions));
            default -> question(linkId, type, element, extensions);
        });
        if (item.isPresent()) {
            extensions.refuseRest();
            element.refuseRest();
        }
        return item;
    }

    private Item group(String linkId, Element element, Extensions extensions) {
        Occurrence occurrence = OccurrenceCompiler.compile(element, extensions);
        return new Item.Group(linkId, occurrence, Section.of(items(element)));
    }

    private Optional<Item> question(String linkId, String type, Element element, Extensions extensions) {
        Occurrence occurrence = OccurrenceCompiler.compile(element, extensions);
        meanings.put(linkId, MeaningCompiler.compile(type, element, extensions, valueSets));
        Optional<AnswerRule> rule = new RuleCompiler(element, extensions, valueSets).compile(type);
        if (rule.isEmpty()) {
            element.fault("type", "unknown-type", "There is no such type of item.");
        }
        List<Expected> fixed =
                rule.map(made -> Defaults.fixed(element, made, occurrence)).orElse(List.of());
        List<Item> items = itemsIfAny(element);
        if (occurrence.repeats() && !items.isEmpty()) {
            element.fault("item", "unsupported", "Items under a question that repeats are not supported.");
        }
        return rule.map(made -> new Item.Question(linkId, occurrence, made, fixed, items));
    }

    private String linkId(Element element) {
        String linkId = element.needed("linkId", element::text).orElse("");
        if (!linkId.equals(Texts.trim(linkId)) || linkId.equals(RESERVED)) {
            element.fault("linkId", "bad-link-id", "This must not have spaces around it, nor be the word missing.");
        }
        if (!linkId.isEmpty() && !linkIds.add(linkId)) {
            element.fault("linkId", "duplicate-link-id", "Another item has the same linkId.");
        }
        return linkId;
    }
}
