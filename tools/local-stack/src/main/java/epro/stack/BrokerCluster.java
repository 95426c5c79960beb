package epro.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * What the nodes of a cluster are formatted with, written down before the first of them is, so that a start that was broken off
 * can be made again.
 *
 * @param id the same in all nodes
 */
record BrokerCluster(String id, int brokers) {

    private static final String FILE = "kafka-cluster.properties";

    /**
     * That of the site's data, a new one where there is none yet.
     *
     * @throws StackFailure if the data was made by another number of brokers
     */
    static BrokerCluster of(Site site) {
        int brokers = site.ports().brokers().size();
        Path file = site.data().resolve(FILE);
        if (!Files.exists(file)) {
            BrokerCluster made = new BrokerCluster(idOfASingleNode(site), brokers);
            PrivateFiles.write(file, "cluster.id=%s\nbrokers=%d\n".formatted(made.id, brokers));
            return made;
        }
        Properties written = read(file);
        int known = Integer.parseInt(written.getProperty("brokers"));
        if (known != brokers) {
            throw new StackFailure("The data in %s was made by %d broker(s); start it with --brokers %d."
                    .formatted(site.data(), known, known));
        }
        return new BrokerCluster(written.getProperty("cluster.id"), brokers);
    }

    /** A folder of earlier days holds one node and no such file. */
    private static String idOfASingleNode(Site site) {
        Path meta = site.data().resolve(Part.KAFKA.text()).resolve("log/meta.properties");
        return Files.exists(meta)
                ? Objects.requireNonNull(read(meta).getProperty("cluster.id"), "cluster.id")
                : Uuid.randomUuid().toString();
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
