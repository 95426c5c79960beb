package epro.processing.publishing;

import epro.lane.EventSender;
import epro.lane.LanePublisher;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    /** Shorter than the database's limit of ten seconds for an idle transaction. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(8);

    @Bean
    ProducerFactory<byte[], byte[]> producerFactory(KafkaProperties kafka) {
        return new DefaultKafkaProducerFactory<>(kafka.buildProducerProperties());
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    LanePublisher lanePublisher(DataSource dataSource, EventSender sender) {
        return new LanePublisher(dataSource, sender, ACKNOWLEDGED_WITHIN);
    }
}
