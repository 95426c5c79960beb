package epro.notification.alert;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report rests on. It is the patient's, so its text form is silent.
 *
 * @param levels attribute of the symptom, such as {@code severity}, to its level from 0 to 4
 * @param sources RULE, MODEL or both
 */
public record Evidence(Map<String, Integer> levels, List<String> sources, List<Finding> findings) {

    /** For reports that say nothing of it. */
    public static final Evidence NONE = new Evidence(Map.of(), List.of(), List.of());

    public Evidence {
        levels = Map.copyOf(levels);
        sources = List.copyOf(sources);
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "Evidence[hidden]";
    }

    /**
     * What one rule, or the model, saw at one place.
     *
     * @param path of the item in its form; empty if it is about the whole submission
     */
    public record Finding(String rule, @Nullable String version, String path) {

        @Override
        public String toString() {
            return "Finding[hidden]";
        }
    }
}
