package epro.stack;

import epro.stack.process.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Apicurio Registry on H2 files. Every commit is written out at once: an id that was given to a schema outlasts a crash. It
 * is asked so rarely that code compiled quickly serves better than code compiled well.
 */
final class Registry {

    private static final int HEAP_MIB = 256;

    private final Path jar;
    private final Path folder;
    private final Site site;

    Registry(Workspace workspace, Site site) {
        this.jar = workspace.registryJar();
        this.folder = site.data().resolve("registry");
        this.site = site;
    }

    Recipe recipe(Path log) {
        return Recipe.of(
                Part.REGISTRY.text(),
                Jvm.command(HEAP_MIB, List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString())),
                Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(site.ports().of(Part.REGISTRY)),
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(site.ports().sideOf(Part.REGISTRY)),
                        "APICURIO_DATASOURCE_URL",
                        "jdbc:h2:file:" + folder.resolve("registry") + ";WRITE_DELAY=0"),
                log,
                new HttpProbe(site.registry().resolve("/apis/ccompat/v7/subjects")));
    }
}
