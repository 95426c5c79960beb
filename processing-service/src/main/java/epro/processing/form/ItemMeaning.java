package epro.processing.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a question asks for, as far as reading its answers for harm needs to know.
 *
 * @param codes by which the question is known elsewhere
 * @param kind whether it is answered in own words
 * @param choices that it offers
 * @param thresholds beyond which an answer is a finding
 */
public record ItemMeaning(List<Code> codes, AnswerKind kind, List<Choice> choices, List<Threshold> thresholds) {

    public ItemMeaning {
        codes = List.copyOf(codes);
        choices = List.copyOf(choices);
        thresholds = List.copyOf(thresholds);
    }

    /** A code with its system, either empty where it was not named, and how it is displayed. */
    public record Code(String system, String code, String display) {}

    /**
     * An answer that is offered.
     *
     * @param display as it is shown, the code itself where nothing else is
     * @param weight its {@code ordinalValue}, if it has one
     */
    public record Choice(
            String code, String display, @Nullable BigDecimal weight) {}

    /** What was chosen, by its code, or else by what is shown for it. */
    public Optional<Choice> choice(String answer) {
        return first(choice -> choice.code().equals(answer))
                .or(() -> first(choice -> choice.display().equalsIgnoreCase(Texts.trim(answer))));
    }

    private Optional<Choice> first(Predicate<Choice> wanted) {
        return choices.stream().filter(wanted).findFirst();
    }

    /** How much of an answer is the patient's own words. */
    public enum AnswerKind {
        FREE_TEXT,
        /** A choice, or else own words. */
        OPEN_CHOICE,
        OTHER
    }
}
