package epro.processing.harm;

import epro.processing.form.ItemMeaning;
import epro.processing.form.ItemMeaning.Code;
import epro.processing.form.Threshold;
import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what is no symptom of the PRO-CTCAE: passed thresholds, thoughts of self-harm, red flags. */
final class OtherFindings {
    private static final String FORM_VERSION = "form";
    private static final String SELF_HARM_VERSION = "1";
    private static final Term SELF_HARM = new Term("urn:epro:red-flag", "suicidality", "Thoughts of self-harm");
    /** The ninth question of the PHQ-9, whose every answer but the first is a thought of being better off dead. */
    private static final String PHQ9_LAST = "44260-8";

    private static final String RED_FLAGS = "urn:epro:red-flag";

    private final RedFlags redFlags;
    private final @Nullable String language;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FreeText> texts = new ArrayList<>();

    OtherFindings(RedFlags redFlags, @Nullable String language) {
        this.redFlags = redFlags;
        this.language = language;
    }

    List<Finding> findings() {
        return findings;
    }

    List<FreeText> texts() {
        return texts;
    }

    /**
     * Holds the answer's number against what its form, or a known instrument, says of it.
     *
     * @param inRange whether the form takes the number; what says that somebody is in danger counts if it does not, too
     */
    void measure(Answered answer, ItemMeaning meaning, boolean inRange) {
        Optional<BigDecimal> number = Level.of(answer.value(), meaning);
        Set<Finding> found = new LinkedHashSet<>();
        for (Threshold threshold : meaning.thresholds()) {
            if ((inRange || threshold.selfHarm())
                    && number.filter(threshold::isPassedBy).isPresent()) {
                FindingKind kind = threshold.selfHarm() ? FindingKind.SELF_HARM : FindingKind.THRESHOLD;
                found.add(Finding.plain(kind, FORM_VERSION, answer.path(), term(threshold.term())));
            }
        }
        if (meaning.codes().stream().anyMatch(code -> code.code().equals(PHQ9_LAST))
                && isMoreThanNone(answer.value(), number)) {
            found.add(Finding.plain(FindingKind.SELF_HARM, SELF_HARM_VERSION, answer.path(), SELF_HARM));
        }
        found.stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
    }

    /** @param allowed whether the form takes the answer; a text that stands where none belongs is read as well */
    void readWords(Answered answer, ItemMeaning meaning, boolean allowed) {
        for (String text : allowed ? Words.in(answer.value(), meaning) : Words.everywhereIn(answer.value())) {
            texts.add(new FreeText(answer.path(), text));
            for (RedFlags.RedFlag flag : redFlags.in(text, language)) {
                FindingKind kind = flag.selfHarm() ? FindingKind.SELF_HARM : FindingKind.RED_FLAG;
                Term term = new Term(RED_FLAGS, flag.concept(), flag.display());
                findings.add(Finding.plain(kind, flag.version(), answer.path(), term));
            }
        }
    }

    /** What can't be understood is more than none: too many calls are better than one too few. */
    private static boolean isMoreThanNone(JsonValue answer, Optional<BigDecimal> number) {
        return number.map(value -> value.signum() > 0).orElseGet(() -> isSaid(answer));
    }

    /** Whether it is an answer at all, and no reason why there is none. */
    private static boolean isSaid(JsonValue answer) {
        return switch (answer) {
            case JsonValue.Text(String text) -> !text.isBlank();
            case JsonValue.NumberText _, JsonValue.Flag _ -> true;
            case JsonValue.Items(var elements) -> elements.stream().anyMatch(OtherFindings::isSaid);
            case JsonValue.Members(var members) ->
                !members.containsKey("missing") && members.values().stream().anyMatch(OtherFindings::isSaid);
            case JsonValue.Null _ -> false;
        };
    }

    private static Term term(Code code) {
        return new Term(code.system(), code.code(), code.display());
    }
}
