package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a compiled form. */
sealed interface Item {

    String linkId();

    /** Text only: takes no answer. */
    record Display(String linkId) implements Item {}

    /** Items that belong together; where it repeats, each row is a section of its own. */
    record Group(String linkId, Occurrence occurrence, Section section) implements Item {
        boolean repeats() {
            return occurrence.repeats();
        }
    }

    /**
     * A question, and the items that only matter once it is answered.
     *
     * @param fixed what the form gives where the respondent can change nothing; else empty
     */
    record Question(String linkId, Occurrence occurrence, AnswerRule rule, List<Expected> fixed, List<Item> items)
            implements Item {
        /** The answers in what was given, clean, whether the form takes them or not. */
        List<JsonValue> answersIn(@Nullable JsonValue given) {
            List<JsonValue> elements = switch (given) {
                case null -> List.of();
                case JsonValue.Items(var several) -> several;
                case JsonValue one -> List.of(one);
            };
            return elements.stream()
                    .filter(element -> Presence.of(element) == Presence.ANSWERED)
                    .map(rule::clean)
                    .toList();
        }

        /** Whether a clean answer stands in place of what the form gives there: the app may have reckoned it, or not. */
        boolean isChanged(JsonValue answer) {
            return !fixed.isEmpty() && fixed.stream().noneMatch(given -> given.orderOf(answer) == Order.SAME);
        }
    }
}
