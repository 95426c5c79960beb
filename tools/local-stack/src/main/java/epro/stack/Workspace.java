package epro.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project's own folder and what its build has put there.
 *
 * @param root where {@code pom.xml} and {@code epro} stand
 */
public record Workspace(Path root) {

    /** The folder named by the system property {@code epro.root}, else the next one upwards that holds the launcher. */
    public static Workspace find() {
        String named = System.getProperty("epro.root", "");
        if (!named.isEmpty()) {
            return new Workspace(Path.of(named).toAbsolutePath().normalize());
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("tools/infrastructure"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new StackFailure("This is not inside the project: no folder above holds tools/infrastructure.");
        }
        return new Workspace(folder);
    }

    /** Where everything goes that running leaves behind; not in git. */
    public Path scratch() {
        return root.resolve(".epro");
    }

    /** Where commands leave what they measured. */
    public Path evidence() {
        return scratch().resolve("evidence");
    }

    /** The broker and its command-line tools, with all that they need. */
    public Path brokerJars() {
        return built(root.resolve("tools/infrastructure/target/kafka"));
    }

    Path registryJar() {
        return built(root.resolve("tools/infrastructure/target/registry/quarkus-run.jar"));
    }

    Path mailSinkJar() {
        return only(built(root.resolve("tools/infrastructure/target/smtp")), ".jar");
    }

    /** Classes and libraries of the simulators. */
    String simulatorClassPath() {
        Path target = root.resolve("tools/simulators/target");
        return built(target.resolve("classes")) + File.pathSeparator + built(target.resolve("lib")) + File.separator
                + "*";
    }

    Path postgresArchive() {
        Path folder = built(root.resolve("tools/infrastructure/target/postgresql"));
        return only(folder, ".txz");
    }

    /**
     * The service's program, beside its libraries, not around them: a virtual thread that loads a class out of a jar within a jar keeps its
     * carrier while it waits for the outer jar's lock, and on a machine of two processors two of them stop a service.
     */
    public Path serviceJar(Part service) {
        Path folder = built(root.resolve(service.text() + "-service/target/unpacked"));
        return only(folder, "-exec.jar");
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new StackFailure(path + " is not there; build first: mvn -DskipTests package");
        }
        return path;
    }

    private static Path only(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            if (found.size() != 1) {
                throw new StackFailure("%s holds %d files *%s where one is needed; build first: mvn -DskipTests package"
                        .formatted(folder, found.size(), ending));
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new StackFailure(folder + " can't be read: " + e.getMessage());
        }
    }
}
