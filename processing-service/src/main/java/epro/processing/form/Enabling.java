package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which items of one section's answers are enabled. A disabled question counts as unanswered for the conditions of others.
 * Asked for an item only where all that it stands in is enabled. Ends, because no condition depends on itself.
 */
final class Enabling {
    private final Map<String, Enablement> enablements;
    private final AnswerSheet sheet;
    private final @Nullable Enabling outside;
    private final Map<String, Boolean> known;

    private Enabling(Map<String, Enablement> enablements, AnswerSheet sheet, @Nullable Enabling outside) {
        this.enablements = enablements;
        this.sheet = sheet;
        this.outside = outside;
        this.known = enablements.isEmpty() ? Map.of() : new HashMap<>();
    }

    /**
     * Of a form, or of one row of a repeating group.
     *
     * @param enablements of all items of the form that have conditions, by linkId
     * @param outside what the row stands in, null for the form itself
     */
    static Enabling of(Map<String, Enablement> enablements, AnswerSheet sheet, @Nullable Enabling outside) {
        return new Enabling(enablements, sheet, outside);
    }

    boolean isEnabled(Item item) {
        return enablements.isEmpty() || isEnabled(item.linkId());
    }

    private boolean isEnabled(String linkId) {
        Enablement enablement = enablements.get(linkId);
        if (enablement == null) {
            return true;
        }
        Boolean before = known.get(linkId);
        if (before == null) {
            before = enablement.holds(this::isMet);
            known.put(linkId, before);
        }
        return before;
    }

    private boolean isMet(Condition condition) {
        Enabling place = this;
        for (int level = 0; level < condition.levelsUp(); level++) {
            place = Objects.requireNonNull(place.outside);
        }
        return condition.test().holds(place.answers(condition));
    }

    private List<JsonValue> answers(Condition condition) {
        Item.Question question = condition.question();
        return condition.gates().stream().allMatch(this::isEnabled)
                ? question.answersIn(sheet.answer(question.linkId()))
                : List.of();
    }
}
