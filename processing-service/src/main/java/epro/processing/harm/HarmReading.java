package epro.processing.harm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a submission holds for those who look for harm. Immutable. */
public final class HarmReading {
    /** Nothing was read. */
    public static final HarmReading NOTHING = new HarmReading(List.of(), List.of(), List.of());

    private final List<SymptomReading> symptoms;
    private final List<Finding> others;
    private final List<FreeText> texts;

    HarmReading(List<SymptomReading> symptoms, List<Finding> others, List<FreeText> texts) {
        this.symptoms = List.copyOf(symptoms);
        this.others = List.copyOf(others);
        this.texts = List.copyOf(texts);
    }

    /** The levels that were chosen at items of the PRO-CTCAE. */
    public List<SymptomLevel> levels() {
        return symptoms.stream().flatMap(symptom -> symptom.levels().stream()).toList();
    }

    /** The items of which it matters what was answered before. */
    public List<String> itemsWithPast() {
        return symptoms.stream()
                .flatMap(symptom -> symptom.itemsWithPast().stream())
                .distinct()
                .toList();
    }

    /** What the patient wrote in own words. */
    public List<FreeText> texts() {
        return texts;
    }

    /** Every finding, those included that only the past makes. */
    public List<Finding> findings(PreviousLevels before) {
        Stream<Finding> ofSymptoms = symptoms.stream()
                .flatMap(symptom -> Stream.concat(symptom.findings().stream(), symptom.findings(before).stream()));
        List<Finding> findings = new ArrayList<>(ofSymptoms.toList());
        findings.addAll(others);
        return findings;
    }

    @Override
    public String toString() {
        return "HarmReading[" + symptoms.size() + " symptoms, " + others.size() + " other findings]";
    }
}
