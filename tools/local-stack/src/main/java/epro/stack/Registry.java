package epro.stack;

import epro.stack.process.Recipe;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    /** From now on a schema is only registered if all versions can be read with each other. */
    void demandCompatibility() {
        HttpRequest request = HttpRequest.newBuilder(site.registry().resolve("/apis/ccompat/v7/config"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackFailure("The registry refused FULL_TRANSITIVE: " + answer.body());
            }
        } catch (IOException e) {
            throw new StackFailure("The registry went away: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while setting up the registry.");
        }
    }
}
