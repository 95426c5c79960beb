package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The system from images is the system from processes. */
class ComposeFileTest {

    private static final Set<String> FROM_THE_IMAGE =
            Set.of("SERVER_ADDRESS", "SERVER_PORT", "MANAGEMENT_SERVER_ADDRESS", "MANAGEMENT_SERVER_PORT");
    private static final Set<String> OF_THE_NETWORK = Set.of(
            "controller.quorum.voters",
            "listeners",
            "advertised.listeners",
            "listener.security.protocol.map",
            "inter.broker.listener.name",
            "log.dirs");

    private final Path root = Workspace.find().root();
    private final Site site;
    private final Map<String, ?> services;

    ComposeFileTest(@TempDir Path data) throws IOException {
        site = Site.over(data, new Ports(usual -> usual, 1), 16, () -> Instant.EPOCH);
        try (Reader file = Files.newBufferedReader(root.resolve("docker-compose.yml"))) {
            services = below(new Yaml(new SafeConstructor(new LoaderOptions())).load(file), "services");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsAServiceAllThatTheLocalStackTellsIt(Part part) {
        if (Part.SERVICES.contains(part)) {
            Set<String> told = new ServiceRecipes(site).environment(part).keySet();

            assertThat(environment(part.text()).keySet())
                    .containsExactlyInAnyOrderElementsOf(told.stream()
                            .filter(name -> !FROM_THE_IMAGE.contains(name))
                            .toList());
        }
    }

    @Test
    void setsTheBrokerUpAlike() {
        Map<String, ?> kafka = environment("kafka");

        new Broker(new Workspace(root), site, Part.KAFKA)
                .configuration()
                .lines()
                .map(line -> line.split("=", 2))
                .filter(setting -> !OF_THE_NETWORK.contains(setting[0]))
                .forEach(setting -> assertThat(String.valueOf(kafka.get(
                                "KAFKA_" + setting[0].replace('.', '_').toUpperCase(Locale.ROOT))))
                        .as(setting[0])
                        .isEqualTo(setting[1]));
    }

    @Test
    void setsTheDatabaseUpAlike() throws IOException {
        String roles = Files.readString(root.resolve("deploy/compose/postgres-roles.sh"));

        assertThat(String.valueOf(below(services, "postgres").get("command"))).contains(Postgres.SETTINGS);
        assertThat(roles).contains("for service in " + String.join(" ", Database.SERVICES) + ";");
        Database.READER.forEach(statement -> assertThat(roles).contains("\n" + statement + ";"));
        Database.SERVICE.forEach(
                statement -> assertThat(roles).contains("\n" + statement.replace("%1$s", "${service}") + ";"));
        EnumSet.complementOf(EnumSet.of(DatabaseRole.POSTGRES))
                .forEach(role ->
                        assertThat(roles).contains("role %s \"$EPRO_PASSWORD_%s\"".formatted(role.text(), role)));
    }

    private Map<String, ?> environment(String service) {
        return below(below(services, service), "environment");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> below(Map<String, ?> above, String key) {
        return (Map<String, ?>) Objects.requireNonNull(above.get(key), key);
    }
}
