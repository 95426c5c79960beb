package epro.e2e.planted;

import epro.cli.chaos.ChaosFigures;
import epro.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bug that the project does not have, as a file describes it: headings, then a diff.
 *
 * @param service whose processes have it
 * @param scenarios that ought to show it, of which each is played in turn
 * @param foundBy the invariants that it breaks, of which one is enough
 * @param saying what the judge has to say besides; empty if the invariant alone tells all
 */
record PlantedBug(
        String name,
        String what,
        Part service,
        List<String> scenarios,
        List<String> foundBy,
        String saying,
        Patch patch) {

    private static final String FOLDER = "tests/e2e-tests/src/test/resources/planted-bugs";
    private static final String ENDING = ".patch";

    /** All there are, below the project's own folder. */
    static List<PlantedBug> all(Path root) {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            return files.sorted().map(PlantedBug::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlantedBug read(Path file) {
        try {
            String name = file.getFileName().toString().replace(ENDING, "");
            return of(name, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlantedBug of(String name, List<String> lines) {
        Map<String, String> headings = lines.stream()
                .takeWhile(line -> !Patch.beginsAt(line))
                .filter(line -> !line.isBlank())
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return new PlantedBug(
                name,
                required(headings, "What"),
                Part.valueOf(required(headings, "Service").toUpperCase(Locale.ROOT)),
                List.of(required(headings, "Scenarios").split(", ", -1)),
                List.of(required(headings, "Found by").split(", ", -1)),
                headings.getOrDefault("Saying", ""),
                Patch.of(lines.stream().dropWhile(line -> !Patch.beginsAt(line)).toList()));
    }

    private static String required(Map<String, String> headings, String name) {
        return Objects.requireNonNull(headings.get(name), "no heading " + name);
    }

    /** The run counts, and the judge says what it ought to say. */
    boolean isFoundIn(ChaosFigures.Run run) {
        return run.counted()
                && foundBy.stream().anyMatch(invariant -> run.violations().getOrDefault(invariant, 0L) > 0)
                && run.story().stream().anyMatch(line -> line.contains(saying));
    }

    @Override
    public String toString() {
        return name;
    }
}
