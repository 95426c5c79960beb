package epro.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * What has to be done once before the first service starts: the broker gets its topics, and the registry is told to take a
 * schema only if it and all versions before it can be read with each other. Safe to repeat.
 *
 * <p>As a program it reads {@code EPRO_KAFKA}, {@code EPRO_REGISTRY_URL} and {@code EPRO_PARTITIONS}, and ends.
 */
public final class Setup {

    private static final System.Logger LOG = System.getLogger(Setup.class.getName());
    private static final String PARTITIONS = "16";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Setup() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        int partitions = Integer.parseInt(environment.getOrDefault("EPRO_PARTITIONS", PARTITIONS));
        createTopics(required(environment, "EPRO_KAFKA"), partitions);
        demandCompatibility(URI.create(required(environment, "EPRO_REGISTRY_URL")));
        LOG.log(System.Logger.Level.INFO, "The topics are there, and the registry demands FULL_TRANSITIVE.");
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " must be set");
        }
        return value;
    }

    /**
     * Creates the topics that are missing; on a broker that stands alone they sync each record of ours.
     *
     * @throws org.apache.kafka.common.KafkaException if a topic could not be created
     */
    public static void createTopics(String kafka, int partitions) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            boolean singleNode = admin.describeCluster().nodes().get().size() == 1;
            TopicCatalogue.createMissing(admin, partitions, singleNode);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the brokers at " + kafka + " can't be counted", e.getCause());
        }
    }

    /**
     * Gives topics that have fewer partitions this many; before the first service starts, so that nothing is sent meanwhile.
     *
     * @throws IllegalStateException if records wait to be processed, whose patients' order would be lost
     */
    public static void raisePartitions(String kafka, int partitions) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            PartitionRaise raise = new PartitionRaise(admin);
            int present = Collections.min(raise.partitions().values());
            if (present >= partitions) {
                return;
            }
            long backlog = raise.backlog();
            if (backlog > 0) {
                throw new IllegalStateException(
                        "%d records are not processed yet: start with the %d partitions that there are, and raise them later"
                                .formatted(backlog, present));
            }
            raise.to(partitions);
        } catch (IllegalArgumentException fewer) {
            throw new IllegalStateException(fewer.getMessage(), fewer);
        }
    }

    /**
     * From now on a schema is only registered if all versions can be read with each other.
     *
     * @throws IllegalStateException if the registry is away or refuses
     */
    public static void demandCompatibility(URI registry) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(registry.resolve("/apis/ccompat/v7/config"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the registry refused FULL_TRANSITIVE: " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the registry at " + registry + " does not answer", e);
        }
    }
}
