package epro.stack;

import epro.stack.process.Recipe;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the services are configured and started. */
final class ServiceRecipes {

    private static final int HEAP_MIB = 320;

    private final Site site;

    ServiceRecipes(Site site) {
        this.site = site;
    }

    Recipe recipe(Workspace workspace, Part service, Path log) {
        List<String> rest = List.of(
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=epro",
                "-jar",
                workspace.serviceJar(service).toString());
        return Recipe.of(
                service.text(),
                Jvm.command(HEAP_MIB, rest),
                environment(service),
                log,
                new HttpProbe(site.management(service).resolve("/actuator/health/readiness")));
    }

    /** All that the service wants to know, by the names of its environment variables. */
    Map<String, String> environment(Part service) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", port(site.address(service)),
                "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_PORT", port(site.management(service)),
                "EPRO_AUTH_ISSUER", Tokens.ISSUER,
                "EPRO_AUTH_AUDIENCE", Tokens.AUDIENCE,
                "EPRO_AUTH_JWKS", site.tokens().keySet().toString(),
                "EPRO_KAFKA", site.kafka(),
                "EPRO_REGISTRY_URL", site.registry().toString()));
        environment.putAll(
                switch (service) {
                    case INTAKE ->
                        Map.of(
                                "EPRO_PROCESSING_URL",
                                site.address(Part.PROCESSING).toString());
                    case PROCESSING -> processing();
                    case KAFKA, REGISTRY, POSTGRES -> throw new IllegalArgumentException(service + " is no service");
                });
        return environment;
    }

    private Map<String, String> processing() {
        DatabaseAccess app = site.database().access(DatabaseRole.PROCESSING_APP);
        DatabaseAccess owner = site.database().access(DatabaseRole.PROCESSING_OWNER);
        return Map.of(
                "EPRO_JDBC_URL", app.url(),
                "EPRO_DB_USER", app.user(),
                "EPRO_DB_PASSWORD", app.password(),
                "EPRO_DB_OWNER", owner.user(),
                "EPRO_DB_OWNER_PASSWORD", owner.password(),
                "EPRO_SIGNING_KEY", site.signingKey().secret().toString(),
                "EPRO_PARTITIONS", Integer.toString(site.partitions()));
    }

    private static String port(URI address) {
        return Integer.toString(address.getPort());
    }
}
