package epro.stack;

import epro.stack.process.Recipe;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the services are configured and started. */
final class ServiceRecipes {

    private static final int HEAP_MIB = 320;

    /** Four batches of 500 records with all that is made of them, sixteen consumers' fetches, the producer's buffers. */
    private static final int HEAP_MIB_OF_PROCESSING = 448;

    /**
     * What is on its way when intake's young are collected is done by the next time: with room for all of it among the survivors it is
     * never taken for old, and collecting the old stops everything for a quarter of a second.
     */
    private static final List<String> ROOM_FOR_WHAT_IS_ON_ITS_WAY = List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=3");

    /**
     * A local stack lives for minutes, and its processes share few processors: the best code would come too late. Who measures
     * says otherwise.
     */
    private static final String QUICKLY_COMPILED = "-XX:TieredStopAtLevel=1";

    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    /**
     * On few processors the regulator may notice a request long after it was written. Five in flight and five written in a
     * second are at most ten that it notices in any second, however late.
     */
    private static final String HALF_THE_QUOTA = "5";

    private final Site site;

    ServiceRecipes(Site site) {
        this.site = site;
    }

    Recipe recipe(ServicePrograms programs, Part service, Path log) {
        return recipe(programs, service, log, environment(service));
    }

    /** As the environment says, which names its ports as well, and may say how its Java works. */
    Recipe recipe(ServicePrograms programs, Part service, Path log, Map<String, String> environment) {
        Map<String, String> whole = new TreeMap<>(environment);
        whole.putIfAbsent(JAVA_OPTIONS, QUICKLY_COMPILED);
        List<String> rest = new ArrayList<>(service == Part.INTAKE ? ROOM_FOR_WHAT_IS_ON_ITS_WAY : List.of());
        rest.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=epro");
        rest.addAll(programs.arguments(service));
        return Recipe.of(
                service.text(),
                Jvm.command(service == Part.PROCESSING ? HEAP_MIB_OF_PROCESSING : HEAP_MIB, rest),
                whole,
                log,
                new HttpProbe(URI.create("http://127.0.0.1:%s/actuator/health/readiness"
                        .formatted(environment.get("MANAGEMENT_SERVER_PORT")))));
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
                "EPRO_KAFKA", site.kafka(service),
                "EPRO_REGISTRY_URL", site.registry().toString()));
        environment.putAll(
                switch (service) {
                    case INTAKE ->
                        Map.of(
                                "EPRO_PROCESSING_URL",
                                site.address(Part.PROCESSING).toString());
                    case PROCESSING -> processing();
                    case NOTIFICATION -> notification();
                    case NMPA_SYNC -> nmpaSync();
                    case AE_MODEL -> Map.of();
                    case KAFKA, KAFKA_2, KAFKA_3, REGISTRY, POSTGRES, SMTP, REGULATOR ->
                        throw new IllegalArgumentException(service + " is no service");
                });
        return environment;
    }

    private Map<String, String> processing() {
        Map<String, String> settings =
                database(Part.PROCESSING, DatabaseRole.PROCESSING_APP, DatabaseRole.PROCESSING_OWNER);
        settings.put(
                "EPRO_SIGNING_KEY", site.signingKeys().processing().secret().toString());
        settings.put("EPRO_AE_MODEL_URL", site.model(Part.PROCESSING).toString());
        settings.put("EPRO_NOTIFICATION_URL", site.address(Part.NOTIFICATION).toString());
        return settings;
    }

    private Map<String, String> notification() {
        Map<String, String> settings =
                database(Part.NOTIFICATION, DatabaseRole.NOTIFICATION_APP, DatabaseRole.NOTIFICATION_OWNER);
        settings.put(
                "EPRO_SIGNING_KEY", site.signingKeys().notification().secret().toString());
        settings.put("EPRO_NOTIFICATION_URL", site.address(Part.NOTIFICATION).toString());
        settings.put("EPRO_PROCESSING_URL", site.address(Part.PROCESSING).toString());
        settings.put("EPRO_NMPA_URL", site.address(Part.NMPA_SYNC).toString());
        settings.put("EPRO_SMTP", site.smtp());
        return settings;
    }

    private Map<String, String> nmpaSync() {
        Map<String, String> settings = database(Part.NMPA_SYNC, DatabaseRole.NMPA_APP, DatabaseRole.NMPA_OWNER);
        settings.put("EPRO_SIGNING_KEY", site.signingKeys().nmpa().secret().toString());
        settings.put("EPRO_REGULATOR_URL", site.address(Part.REGULATOR).toString());
        settings.put("EPRO_NMPA_QUOTA_CONNECTIONS", HALF_THE_QUOTA);
        settings.put("EPRO_NMPA_QUOTA_STARTSPERSECOND", HALF_THE_QUOTA);
        return settings;
    }

    private Map<String, String> database(Part service, DatabaseRole app, DatabaseRole owner) {
        DatabaseAccess access = site.database(service).access(app);
        DatabaseAccess migration = site.database(service).access(owner);
        return new TreeMap<>(Map.of(
                "EPRO_JDBC_URL", access.url(),
                "EPRO_DB_USER", access.user(),
                "EPRO_DB_PASSWORD", access.password(),
                "EPRO_DB_OWNER", migration.user(),
                "EPRO_DB_OWNER_PASSWORD", migration.password(),
                "EPRO_SERVICE_TOKEN_FILE", site.serviceToken().toString(),
                "EPRO_PARTITIONS", Integer.toString(site.partitions())));
    }

    private static String port(URI address) {
        return Integer.toString(address.getPort());
    }
}
