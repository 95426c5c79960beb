package epro.intake.kafka;

import epro.intake.buffer.BufferSettings;
import epro.intake.buffer.SubmissionBuffer;
import epro.schemas.codec.RecordCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the log: codec, producer, buffer in front of it. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    RecordCodec codec(LogSettings settings) {
        return RecordCodec.open(Map.of("epro.registry.url", settings.registry()));
    }

    @Bean(destroyMethod = "")
    Producer<byte[], byte[]> producer(LogSettings settings) {
        return SubmissionProducer.open(settings);
    }

    @Bean(initMethod = "start")
    Preparation preparation(RecordCodec codec, Producer<byte[], byte[]> producer) {
        return new Preparation(codec, producer);
    }

    @Bean
    SubmissionEncoder encoder(RecordCodec codec, Preparation preparation) {
        return new SubmissionEncoder(codec, preparation);
    }

    @Bean
    SubmissionBuffer buffer(BufferSettings settings, Producer<byte[], byte[]> producer, MeterRegistry meters) {
        return new SubmissionBuffer(settings, new TimedSender(new KafkaSubmissionSender(producer), meters));
    }

    @Bean
    BufferMeters bufferMeters(SubmissionBuffer buffer) {
        return new BufferMeters(buffer);
    }

    @Bean
    Shutdown shutdown(SubmissionBuffer buffer, Producer<byte[], byte[]> producer) {
        return new Shutdown(buffer, producer);
    }
}
