package epro.e2e.planted;

import epro.stack.Workspace;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A service with a bug: copies of the sources that it changes, compiled against the service as it was built. */
final class Variant {

    private Variant() {}

    /**
     * The folder of those classes that differ.
     *
     * @param folder holds the copies as well
     */
    static Path compile(PlantedBug bug, Workspace workspace, Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String file : bug.patch().files()) {
            Path copy = folder.resolve("sources").resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            String source = Files.readString(workspace.root().resolve(file));
            sources.add(Files.writeString(copy, bug.patch().applied(file, source)));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path jar = workspace.serviceJar(bug.service());
        // The jar names its libraries, and the compiler follows it there.
        compile(sources, List.of("-cp", jar.toString(), "-d", classes.toString(), "-proc:none", "-parameters"));
        return classes;
    }

    private static void compile(List<Path> sources, List<String> options) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this is no JDK");
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                throw new IllegalStateException("the planted bug does not compile any more:\n" + said);
            }
        }
    }
}
