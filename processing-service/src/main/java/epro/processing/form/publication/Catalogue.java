package epro.processing.form.publication;

import epro.processing.form.CompiledForm;
import epro.processing.form.Forms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forms at one moment. Immutable.
 *
 * @param sequence of the last publication that was looked at
 * @param byId each form's versions in the order of publication, never empty
 */
record Catalogue(long sequence, Map<String, List<Entry>> byId) {
    static final Catalogue EMPTY = new Catalogue(0, Map.of());

    record Entry(CompiledForm form, Instant publishedAt) {}

    Catalogue with(long lastSequence, List<Entry> added) {
        Map<String, List<Entry>> all = new HashMap<>(byId);
        for (Entry entry : added) {
            List<Entry> versions = new ArrayList<>(all.getOrDefault(entry.form().id(), List.of()));
            versions.add(entry);
            all.put(entry.form().id(), List.copyOf(versions));
        }
        return new Catalogue(lastSequence, Map.copyOf(all));
    }

    Forms.Found find(String id, @Nullable String version, Instant completedAt) {
        List<Entry> versions = byId.get(id);
        if (versions == null) {
            return new Forms.Unknown();
        }
        if (version == null) {
            return new Forms.Known(inForce(versions, completedAt), true);
        }
        return versions.stream()
                .filter(entry -> entry.form().version().equals(version))
                .findFirst()
                .<Forms.Found>map(entry -> new Forms.Known(entry.form(), false))
                .orElseGet(Forms.Unknown::new);
    }

    private static CompiledForm inForce(List<Entry> versions, Instant at) {
        return versions.reversed().stream()
                .filter(entry -> !entry.publishedAt().isAfter(at))
                .findFirst()
                .orElse(versions.getFirst())
                .form();
    }
}
