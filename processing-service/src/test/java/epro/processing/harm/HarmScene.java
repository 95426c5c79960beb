package epro.processing.harm;

import epro.processing.form.CompiledForm;
import epro.processing.form.Questionnaires;
import epro.processing.form.Validation;
import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of these tests: JSON with single quotes, findings as text such as {@code "composite-grade nausea@q1 grade 3"}. */
final class HarmScene {
    private static final RedFlags FLAGS = (text, _) -> text.contains("chest")
            ? List.of(new RedFlags.RedFlag("chest-pain", "Chest pain", "test", false))
            : List.of();

    private HarmScene() {}

    /** A choice of a level, known as that item of the library. */
    static String item(String linkId, String name) {
        return """
                {'linkId':'%s','type':'integer','code':[{'system':'urn:nci:pro-ctcae','code':'%s'}]}""".formatted(linkId, name);
    }

    /** Reads answers as the pipeline does: cleaned, with what the form says against them. */
    static HarmReading read(String items, String answers) {
        return read(items, (JsonValue.Members) Questionnaires.json(answers));
    }

    static HarmReading read(String items, JsonValue.Members answers) {
        CompiledForm form = Questionnaires.form(items);
        Validation validation = form.validate(answers);
        return new HarmReader(FLAGS).read(form, validation.cleaned(), validation.violations(), null);
    }

    static HarmReading readWithoutForm(String answers) {
        return readWithoutForm((JsonValue.Members) Questionnaires.json(answers));
    }

    static HarmReading readWithoutForm(JsonValue.Members answers) {
        return new HarmReader(FLAGS).read(null, answers, List.of(), null);
    }

    static String findings(HarmReading reading) {
        return findings(reading, PreviousLevels.NONE);
    }

    static String findings(HarmReading reading, PreviousLevels before) {
        return reading.findings(before).stream().map(HarmScene::text).collect(Collectors.joining(", "));
    }

    /** What was answered before, the same in the previous and the first answer. */
    static PreviousLevels before(Map<String, Integer> levels) {
        return before(levels, levels);
    }

    static PreviousLevels before(Map<String, Integer> previous, Map<String, Integer> baseline) {
        return new PreviousLevels() {
            @Override
            public Optional<Integer> previous(String item) {
                return Optional.ofNullable(previous.get(item));
            }

            @Override
            public Optional<Integer> baseline(String item) {
                return Optional.ofNullable(baseline.get(item));
            }
        };
    }

    private static String text(Finding finding) {
        return finding.kind().text() + " " + finding.term().code() + "@" + finding.path()
                + text(" grade ", finding.grade()) + text(" at least ", finding.gradeAtLeast());
    }

    private static String text(String label, @Nullable Integer number) {
        return number == null ? "" : label + number;
    }
}
