package epro.e2e.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What {@code planted-bugs.json} holds: of each bug the last time that it was played, if it was found then. */
record PlantedBugsFigures(List<Found> bugs) {

    static final String NAME = "planted-bugs";

    /** Those of this folder; none if it has none. */
    static PlantedBugsFigures in(Path evidence) throws IOException {
        Path file = evidence.resolve(NAME + ".json");
        return Files.exists(file)
                ? JsonMapper.shared().readValue(Files.readString(file), PlantedBugsFigures.class)
                : new PlantedBugsFigures(List.of());
    }

    /**
     * After some were played, in the order of names: what was known of them before is no longer, whether they were found again or not.
     *
     * @param later those that were found
     */
    PlantedBugsFigures after(Collection<String> played, List<Found> later) {
        Map<String, Found> byName = new TreeMap<>();
        bugs.forEach(found -> byName.put(found.bug(), found));
        byName.keySet().removeAll(played);
        later.forEach(found -> byName.put(found.bug(), found));
        return new PlantedBugsFigures(List.copyOf(byName.values()));
    }
}
