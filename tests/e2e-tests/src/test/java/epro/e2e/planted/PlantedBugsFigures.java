package epro.e2e.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What {@code planted-bugs.json} holds: of each bug the last time that it was found. */
record PlantedBugsFigures(List<Found> bugs) {

    static final String NAME = "planted-bugs";

    /** Those of this folder; none if it has none. */
    static PlantedBugsFigures in(Path evidence) throws IOException {
        Path file = evidence.resolve(NAME + ".json");
        return Files.exists(file)
                ? JsonMapper.shared().readValue(Files.readString(file), PlantedBugsFigures.class)
                : new PlantedBugsFigures(List.of());
    }

    /** With these in place of what was known of the same bugs, in the order of names. */
    PlantedBugsFigures with(List<Found> later) {
        Map<String, Found> byName = new TreeMap<>();
        bugs.forEach(found -> byName.put(found.bug(), found));
        later.forEach(found -> byName.put(found.bug(), found));
        return new PlantedBugsFigures(List.copyOf(byName.values()));
    }
}
