package epro.processing.harm;

import epro.schemas.json.StoredJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one rule, or the model, saw at one place of a submission.
 *
 * @param rule by its name, with the version that saw it
 * @param path of the item, as in a violation; cut off where it is very long
 * @param grade the symptom's composite grade, 0 to 3, if it has one
 * @param gradeAtLeast the smallest grade that any completion of incomplete answers could give
 * @param levels the symptom's levels by attribute
 * @param score of a model, 0 to 1
 */
public record Finding(
        FindingKind kind,
        String rule,
        String version,
        String path,
        Term term,
        @Nullable Integer grade,
        @Nullable Integer gradeAtLeast,
        Map<String, Integer> levels,
        @Nullable Double score) {

    private static final int PATH_MAX = 200;

    public Finding {
        path = shortened(StoredJson.storable(path));
        levels = Map.copyOf(new TreeMap<>(levels));
    }

    /** One that has neither grade nor levels. */
    static Finding plain(FindingKind kind, String version, String path, Term term) {
        return new Finding(kind, kind.text(), version, path, term, null, null, Map.of(), null);
    }

    /** Cut between characters: half of one is no text. */
    private static String shortened(String path) {
        return path.codePointCount(0, path.length()) > PATH_MAX
                ? path.substring(0, path.offsetByCodePoints(0, PATH_MAX - 1)) + "…"
                : path;
    }

    @Override
    public String toString() {
        return "Finding[" + kind + " " + path + "]";
    }
}
