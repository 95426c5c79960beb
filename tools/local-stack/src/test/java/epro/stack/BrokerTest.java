package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    @TempDir
    private Path data;

    @Test
    void threeVoteForEachOtherAndKeepThreeCopies() {
        Site site = site(3);

        assertThat(site.kafka()).isEqualTo("127.0.0.1:9092,127.0.0.1:9094,127.0.0.1:9096");
        assertThat(new Broker(Workspace.find(), site, Part.KAFKA_2).configuration())
                .contains("node.id=2\n")
                .contains("controller.quorum.voters=1@127.0.0.1:9093,2@127.0.0.1:9095,3@127.0.0.1:9097\n")
                .contains("listeners=CLIENTS://127.0.0.1:9094,CONTROLLER://127.0.0.1:9095\n")
                .contains("offsets.topic.replication.factor=3\n")
                .contains("broker.session.timeout.ms=3000\n");
    }

    @Test
    void oneStandsAlone() {
        assertThat(new Broker(Workspace.find(), site(1), Part.KAFKA).configuration())
                .contains("controller.quorum.voters=1@127.0.0.1:9093\n")
                .contains("offsets.topic.replication.factor=1\n")
                .doesNotContain("broker.session.timeout.ms");
    }

    @Test
    void refusesDataOfAnotherNumberOfBrokers() {
        BrokerCluster made = BrokerCluster.of(site(3));

        assertThat(BrokerCluster.of(site(3))).isEqualTo(made);
        assertThatThrownBy(() -> BrokerCluster.of(site(1)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("made by 3 broker(s); start it with --brokers 3");
    }

    @Test
    void goesOnWithTheIdOfANodeThatWasMadeBeforeThereWereClusters() throws IOException {
        Files.createDirectories(data.resolve("kafka/log"));
        Files.writeString(data.resolve("kafka/log/meta.properties"), "version=1\ncluster.id=the-one\n");

        assertThat(BrokerCluster.of(site(1)).id()).isEqualTo("the-one");
    }

    private Site site(int brokers) {
        return Site.over(data, new Ports(usual -> usual, brokers), 16, () -> Instant.EPOCH);
    }
}
