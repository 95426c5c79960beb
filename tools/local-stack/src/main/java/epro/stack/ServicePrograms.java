package epro.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What Java runs as a service: its jar, which names its libraries.
 *
 * @param classesBefore folders of classes that are found before those of the jar and its libraries
 */
record ServicePrograms(Workspace workspace, Map<Part, Path> classesBefore) {

    /** The arguments that say so. */
    List<String> arguments(Part service) {
        Path jar = workspace.serviceJar(service);
        Path before = classesBefore.get(service);
        return before == null
                ? List.of("-jar", jar.toString())
                : List.of("-cp", before + File.pathSeparator + jar, mainClass(jar));
    }

    private static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " can't be read", e);
        }
    }
}
