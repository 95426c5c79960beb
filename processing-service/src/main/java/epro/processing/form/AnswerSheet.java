package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answers of one section by linkId, with or without objects around the items of its groups. */
final class AnswerSheet {
    private final Map<String, JsonValue> answers = new HashMap<>();
    private final Set<String> answeredTwice = new HashSet<>();
    private final Consumer<String> strangers;

    private AnswerSheet(Consumer<String> strangers) {
        this.strangers = strangers;
    }

    /** @param strangers told of each key that answers no item of the section */
    static AnswerSheet of(Section section, JsonValue.Members answers, Consumer<String> strangers) {
        AnswerSheet sheet = new AnswerSheet(strangers);
        sheet.add(section, answers);
        return sheet;
    }

    @Nullable
    JsonValue answer(String linkId) {
        return answers.get(linkId);
    }

    /** Whether an item was answered inside its group's object and outside it too. */
    boolean answeredTwice(String linkId) {
        return answeredTwice.contains(linkId);
    }

    private void add(Section section, JsonValue.Members given) {
        given.values().forEach((key, value) -> add(section.reachable().get(key), key, value));
    }

    private void add(@Nullable Item item, String key, JsonValue value) {
        switch (item) {
            case null -> strangers.accept(key);
            case Item.Display _ when Presence.of(value) != Presence.SKIPPED -> strangers.accept(key);
            case Item.Group group
            when !group.repeats() && isWrapper(value) -> add(group.section(), (JsonValue.Members) value);
            case Item.Display _, Item.Group _, Item.Question _ -> put(key, value);
        }
    }

    private void put(String key, JsonValue value) {
        if (answers.putIfAbsent(key, value) != null) {
            answeredTwice.add(key);
        }
    }

    static boolean isWrapper(JsonValue value) {
        return value instanceof JsonValue.Members && Presence.of(value) != Presence.EXCUSED;
    }
}
