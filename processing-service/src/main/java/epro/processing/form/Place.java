package epro.processing.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a section's answers stand in one validation.
 *
 * @param prefix of its items' paths: empty, or a row such as {@code meals[1].}
 * @param enablements of the form's items that have conditions
 * @param around the section that a row stands in, null for the form itself
 */
record Place(
        String prefix,
        Findings findings,
        Map<String, Enablement> enablements,
        @Nullable Enabling around) {

    String path(String linkId) {
        return prefix + linkId;
    }
}
