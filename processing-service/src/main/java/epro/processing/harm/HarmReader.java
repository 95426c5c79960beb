package epro.processing.harm;

import epro.processing.form.CompiledForm;
import epro.processing.form.ItemMeaning;
import epro.processing.form.ItemMeaning.AnswerKind;
import epro.processing.form.ReasonCode;
import epro.processing.form.Severity;
import epro.processing.form.Violation;
import epro.processing.harm.proctcae.ItemLibrary;
import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of a submission for harm, valid or not. Never fails on answers, however odd: what makes no sense is
 * not read.
 *
 * <ul>
 *   <li>What is chosen counts whether its form allows it or not: of several answers to one question the highest level, and of
 *       self-harm any that is not plainly none. Only a number out of its range says nothing of other thresholds.
 *   <li>What was written is read for red flags wherever it stands: one that is too long, or that
 *       stands where a number belongs, or in an object or a list that belongs nowhere, is still a cry for help.
 *   <li>Where the form is unknown, or does not know the item, items are known by their linkId if that is a name of the
 *       PRO-CTCAE library, and every text is taken for free text.
 * </ul>
 */
public final class HarmReader {
    private static final ItemMeaning UNKNOWN = new ItemMeaning(List.of(), AnswerKind.FREE_TEXT, List.of(), List.of());

    private final RedFlags redFlags;

    public HarmReader(RedFlags redFlags) {
        this.redFlags = redFlags;
    }

    /**
     * Reads one submission.
     *
     * @param form null where it is unknown
     * @param answers the cleaned ones where there are some
     * @param violations what the form says against the answers
     */
    public HarmReading read(
            @Nullable CompiledForm form,
            JsonValue.Members answers,
            List<Violation> violations,
            @Nullable String language) {
        Set<String> notAllowed = paths(violations, violation -> violation.code() != ReasonCode.UNKNOWN_ITEM);
        Set<String> outOfRange = paths(violations, violation -> violation.code() == ReasonCode.OUT_OF_RANGE);
        Map<String, SymptomReading> symptoms = new LinkedHashMap<>();
        OtherFindings others = new OtherFindings(redFlags, language);
        for (Answered answer : Answered.in(answers, linkId -> isQuestion(form, linkId))) {
            ItemMeaning meaning = meaning(form, answer.linkId()).orElse(UNKNOWN);
            LibraryAnswer.of(answer, meaning)
                    .ifPresent(item -> symptoms.computeIfAbsent(
                                    answer.row() + item.symptom().number(), _ -> new SymptomReading(item.symptom()))
                            .add(item.item(), answer.path(), item.level()));
            others.measure(answer, meaning, !outOfRange.contains(answer.path()));
            others.readWords(answer, meaning, !notAllowed.contains(answer.path()));
        }
        return new HarmReading(List.copyOf(symptoms.values()), others.findings(), others.texts());
    }

    private static Set<String> paths(List<Violation> violations, Predicate<Violation> wanted) {
        return violations.stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .filter(wanted)
                .map(Violation::path)
                .collect(Collectors.toSet());
    }

    private static boolean isQuestion(@Nullable CompiledForm form, String linkId) {
        return meaning(form, linkId).isPresent() || ItemLibrary.find(linkId).isPresent();
    }

    private static Optional<ItemMeaning> meaning(@Nullable CompiledForm form, String linkId) {
        return form == null ? Optional.empty() : form.meaning(linkId);
    }
}
