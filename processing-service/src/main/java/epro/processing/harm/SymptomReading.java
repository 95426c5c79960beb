package epro.processing.harm;

import epro.processing.harm.proctcae.Attribute;
import epro.processing.harm.proctcae.CompositeGrade;
import epro.processing.harm.proctcae.ItemLibrary;
import epro.processing.harm.proctcae.LibraryItem;
import epro.processing.harm.proctcae.Symptom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was answered about one symptom, in one row where its items stand in a repeating group. */
final class SymptomReading {
    private static final String COMPOSITE = "pro-ctcae-composite";
    private static final String VERSION = "2021";
    private static final int REPORTABLE_GRADE = 2;
    private static final int SEVERE = 3;
    private static final int WORSE_BY = 2;
    private static final int PRESENT = 1;

    private final Symptom symptom;
    private final Map<Attribute, SymptomLevel> levels = new EnumMap<>(Attribute.class);

    SymptomReading(Symptom symptom) {
        this.symptom = symptom;
    }

    /** The highest level counts where an item was answered more than once. */
    void add(LibraryItem item, String path, int level) {
        levels.merge(
                item.attribute(),
                new SymptomLevel(item.name(), path, level),
                (known, other) -> known.level() >= other.level() ? known : other);
    }

    /** Those that were chosen, and 0 for what was left out because there was nothing of the symptom. */
    List<SymptomLevel> levels() {
        SymptomLevel first = levels.get(symptom.first());
        if (first == null || first.level() > 0) {
            return List.copyOf(levels.values());
        }
        return symptom.attributes().stream()
                .map(attribute -> levels.getOrDefault(attribute, implied(attribute, first)))
                .toList();
    }

    private SymptomLevel implied(Attribute attribute, SymptomLevel first) {
        return new SymptomLevel(ItemLibrary.of(symptom, attribute).name(), first.path(), 0);
    }

    /** What the answers say by themselves. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Grades grades = grades();
        if (grades.reportable() >= REPORTABLE_GRADE) {
            findings.add(finding(
                    FindingKind.COMPOSITE_GRADE,
                    COMPOSITE,
                    levels.values().iterator().next()));
        }
        SymptomLevel severity = levels.get(Attribute.SEVERITY);
        if (severity != null && severity.level() >= SEVERE) {
            findings.add(finding(FindingKind.SEVERE_ATTRIBUTE, severity));
        }
        SymptomLevel first = levels.get(symptom.first());
        if (first != null && first.level() == 0) {
            levels.values().stream()
                    .filter(level -> level.level() > 0)
                    .findFirst()
                    .ifPresent(level -> findings.add(finding(FindingKind.CONTRADICTORY, level)));
        }
        return findings;
    }

    /** What the answers say beside those from before. */
    List<Finding> findings(PreviousLevels before) {
        return levels.values().stream()
                .filter(level -> symptom.isPresence() ? hasCome(level, before) : isWorse(level, before))
                .map(level -> finding(symptom.isPresence() ? FindingKind.PRESENCE : FindingKind.WORSENING, level))
                .toList();
    }

    /** The items whose past can make a finding; where the level is low, no past can. */
    List<String> itemsWithPast() {
        return levels.values().stream()
                .filter(level -> level.level() >= (symptom.isPresence() ? PRESENT : WORSE_BY))
                .map(SymptomLevel::item)
                .toList();
    }

    private static boolean hasCome(SymptomLevel level, PreviousLevels before) {
        return level.level() == PRESENT && before.previous(level.item()).orElse(0) == 0;
    }

    private static boolean isWorse(SymptomLevel level, PreviousLevels before) {
        if (level.level() < WORSE_BY) {
            return false;
        }
        int reference = Math.min(
                before.previous(level.item()).orElse(level.level()),
                before.baseline(level.item()).orElse(level.level()));
        return level.level() - reference >= WORSE_BY;
    }

    private Finding finding(FindingKind kind, SymptomLevel at) {
        return finding(kind, kind.text(), at);
    }

    private Finding finding(FindingKind kind, String rule, SymptomLevel at) {
        Grades grades = grades();
        Map<String, Integer> byAttribute = levels.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().text(),
                        entry -> entry.getValue().level()));
        return new Finding(
                kind, rule, VERSION, at.path(), Term.of(symptom), grades.exact, grades.atLeast, byAttribute, null);
    }

    /** Follow-ups left out because the first attribute is 0 count as 0; any other that is missing leaves no exact grade. */
    private Grades grades() {
        Map<Attribute, Integer> known = new HashMap<>();
        levels.forEach((attribute, level) -> known.put(attribute, level.level()));
        SymptomLevel first = levels.get(symptom.first());
        if (first != null && first.level() == 0) {
            symptom.attributes().forEach(attribute -> known.putIfAbsent(attribute, 0));
        }
        OptionalInt atLeast = symptom.isPresence() ? OptionalInt.empty() : CompositeGrade.atLeast(symptom, known);
        boolean complete = known.keySet().containsAll(symptom.attributes());
        Integer grade = atLeast.isPresent() ? atLeast.getAsInt() : null;
        return new Grades(complete ? grade : null, complete ? null : grade);
    }

    private record Grades(@Nullable Integer exact, @Nullable Integer atLeast) {
        int reportable() {
            Integer known = exact == null ? atLeast : exact;
            return known == null ? 0 : known;
        }
    }
}
