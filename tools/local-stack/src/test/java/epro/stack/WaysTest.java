package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.wire.FaultProxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaysTest {

    @TempDir
    private Path folder;

    @Test
    void leadThroughAProxyEachWhereTheStackWasAskedForThem() {
        Site site = site(true);
        try (Ways ways = site.ways()) {
            assertThat(kafka(site, Part.INTAKE)).isEqualTo("127.0.0.1:" + port(ways, Way.INTAKE_TO_BROKER));
            assertThat(kafka(site, Part.PROCESSING)).isEqualTo("127.0.0.1:" + port(ways, Way.PROCESSING_TO_BROKER));
            assertThat(of(site, Part.PROCESSING, "EPRO_JDBC_URL"))
                    .contains("127.0.0.1:" + port(ways, Way.PROCESSING_TO_DATABASE) + "/epro");
            assertThat(of(site, Part.PROCESSING, "EPRO_AE_MODEL_URL"))
                    .isEqualTo("http://127.0.0.1:" + port(ways, Way.PROCESSING_TO_MODEL));
            assertThat(kafka(site, Part.NOTIFICATION)).isEqualTo("127.0.0.1:" + port(ways, Way.NOTIFICATION_TO_BROKER));
            assertThat(of(site, Part.NOTIFICATION, "EPRO_JDBC_URL"))
                    .contains("127.0.0.1:" + port(ways, Way.NOTIFICATION_TO_DATABASE) + "/epro");
            assertThat(kafka(site, Part.NMPA_SYNC)).isEqualTo(site.kafka());
        }
    }

    @Test
    void haveAListenerOfTheBrokersThatNamesTheProxy() {
        Site site = site(true);
        try (Ways ways = site.ways()) {
            assertThat(ways.listeners()).hasSize(3);
            Ways.Listener first = ways.listeners().getFirst();
            assertThat(new Broker(workspace(), site, Part.KAFKA).configuration())
                    .contains(",INTAKE_TO_BROKER://127.0.0.1:" + first.port())
                    .contains(",INTAKE_TO_BROKER://127.0.0.1:" + port(ways, Way.INTAKE_TO_BROKER))
                    .contains(",INTAKE_TO_BROKER:PLAINTEXT");
        }
    }

    @Test
    void areStraightUnlessTheStackWasAskedForProxies() {
        Site site = site(false);

        assertThat(site.ways().proxy(Way.INTAKE_TO_BROKER)).isEmpty();
        assertThat(kafka(site, Part.INTAKE)).isEqualTo(site.kafka());
        assertThat(of(site, Part.PROCESSING, "EPRO_JDBC_URL"))
                .isEqualTo(site.database().access(DatabaseRole.PROCESSING_APP).url());
        assertThat(new Broker(workspace(), site, Part.KAFKA).configuration()).doesNotContain("_TO_BROKER");
    }

    private Site site(boolean proxies) {
        Plan plan = new Plan(
                workspace(), folder, folder, Set.of(), 1, 1, Map.of(), false, proxies, Map.of(), Progress.SILENT);
        return Site.of(plan, folder, () -> Instant.EPOCH);
    }

    private static Workspace workspace() {
        return Workspace.find();
    }

    private static int port(Ways ways, Way way) {
        return ways.proxy(way).map(FaultProxy::port).orElseThrow();
    }

    private static String kafka(Site site, Part service) {
        return of(site, service, "EPRO_KAFKA");
    }

    private static String of(Site site, Part service, String key) {
        return String.valueOf(new ServiceRecipes(site).environment(service).get(key));
    }
}
