package epro.keeper;

import epro.lane.EventSender;
import epro.lane.LanePublisher;
import epro.lane.SigningKey;
import epro.schemas.codec.RecordCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/** The keeping of a service's lanes, in whatever service has this library. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(SigningSettings.class)
@EnableScheduling
class LaneKeeperAutoConfiguration {
    /** Shorter than the database's limit of ten seconds for an idle transaction. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(8);

    @Bean
    RecordCodec recordCodec(@Value("${epro.registry-url}") String registryUrl) {
        return RecordCodec.open(Map.of("epro.registry.url", registryUrl));
    }

    @Bean
    ProducerFactory<byte[], byte[]> producerFactory(KafkaProperties kafka) {
        return new DefaultKafkaProducerFactory<>(kafka.buildProducerProperties());
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    /** Made when it is first asked: while the broker's name is not known it can't be made, and a service starts all the same. */
    @Bean
    @Lazy
    Admin admin(KafkaAdmin kafka) {
        return new ServiceAdmin(kafka.getConfigurationProperties());
    }

    @Bean
    EventSender eventSender(KafkaTemplate<byte[], byte[]> kafka) {
        return new KafkaEventSender(kafka);
    }

    @Bean
    LanePublisher lanePublisher(DataSource dataSource, EventSender sender) {
        return new LanePublisher(dataSource, sender, ACKNOWLEDGED_WITHIN);
    }

    @Bean
    LaneSweep laneSweep(LanePublisher publisher) {
        return new LaneSweep(publisher);
    }

    @Bean
    LaneTransactions laneTransactions(TransactionTemplate transactions, JdbcTemplate jdbc) {
        return new LaneTransactions(transactions, jdbc);
    }

    @Bean
    BusyAdvice busyAdvice() {
        return new BusyAdvice();
    }

    @Bean
    SigningKey signingKey(SigningSettings settings) {
        return SigningKey.read(settings.key());
    }

    @Bean
    CheckpointSigner checkpointSigner(
            DataSource dataSource, CheckpointFactory checkpoints, PublishedCheckpoints published) {
        return new CheckpointSigner(dataSource, checkpoints, published);
    }

    @Bean
    PublishedCheckpoints publishedCheckpoints(
            KafkaProperties kafka, SigningSettings settings, SigningKey key, RecordCodec codec) {
        return new CheckpointTopic(kafka.buildAdminProperties(), settings.service(), key, codec);
    }

    @Bean
    CheckpointFactory checkpointFactory(
            SigningSettings settings, SigningKey key, RecordCodec codec, InstantSource clock) {
        return new CheckpointFactory(settings.service(), key, codec, clock);
    }

    @Bean
    CheckpointJob checkpointJob(CheckpointSigner signer, RecordCodec codec, LanePublisher publisher) {
        return new CheckpointJob(signer, codec, publisher);
    }
}
