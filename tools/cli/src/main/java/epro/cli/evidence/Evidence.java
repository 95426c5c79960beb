package epro.cli.evidence;

import epro.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command's evidence: {@code .epro/evidence/NAME.json}, which git leaves out, or {@code docs/evidence/NAME.json}
 * where it is to be recorded. Only what a commit can reproduce is recorded, so that a changed work tree is refused
 * before anything is measured.
 */
public final class Evidence {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final WorkTree tree;
    private final String command;
    private final InstantSource clock;
    private final Path folder;
    private final Instant startedAt;

    private Evidence(WorkTree tree, String command, InstantSource clock, Path folder, Instant startedAt) {
        this.tree = tree;
        this.command = command;
        this.clock = clock;
        this.folder = folder;
        this.startedAt = startedAt;
    }

    /** Starts the clock of a measurement that is not recorded. */
    public static Evidence begin(Path root, String command, InstantSource clock) {
        return since(clock.instant(), root, command, clock);
    }

    /** As {@link #begin}, of something that began earlier. */
    public static Evidence since(Instant startedAt, Path root, String command, InstantSource clock) {
        return new Evidence(new WorkTree(root), command, clock, root.resolve(".epro/evidence"), startedAt);
    }

    /** As {@link #begin}, recorded with the project: refused unless the work tree is clean. */
    public static Evidence beginRecorded(Path root, String command, InstantSource clock) {
        WorkTree tree = new WorkTree(root);
        if (!tree.clean()) {
            throw new Refused("--record wants a clean work tree: what git has not committed nobody can reproduce");
        }
        return new Evidence(tree, command, clock, root.resolve("docs/evidence"), clock.instant());
    }

    /** What has been measured, with where and when in front of it; {@code figures} is a record or a map. */
    public Map<String, @Nullable Object> sheet(Object figures) {
        Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
        sheet.put("command", command);
        sheet.put("commit", tree.commit());
        sheet.put("startedAt", startedAt.truncatedTo(ChronoUnit.MILLIS).toString());
        sheet.put("seconds", Duration.between(startedAt, clock.instant()).toMillis() / 1000.0);
        sheet.put("machine", members(Machine.here()));
        sheet.putAll(members(figures));
        return sheet;
    }

    private static Map<String, Object> members(Object object) {
        return JSON.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** Replaces {@code NAME.json} in one step, so that no reader meets half a file. */
    public Path write(String name, Object figures) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".json");
        Path part = folder.resolve(name + ".json.part");
        Files.writeString(part, JSON.writeValueAsString(sheet(figures)) + "\n");
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
