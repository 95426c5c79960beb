package epro.intake.kafka;

import epro.intake.buffer.BufferSettings;
import epro.intake.buffer.SubmissionBuffer;
import epro.schemas.codec.RecordCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the log: codec, producer, buffer in front of it. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    RecordCodec codec(LogSettings settings) {
        return RecordCodec.open(Map.of("epro.registry.url", settings.registry()));
    }

    @Bean
    SubmissionProducer producer(LogSettings settings) {
        return new SubmissionProducer(settings);
    }

    @Bean(initMethod = "start")
    Preparation preparation(RecordCodec codec, SubmissionProducer producer) {
        return new Preparation(codec, producer);
    }

    @Bean
    SubmissionEncoder encoder(RecordCodec codec, Preparation preparation) {
        return new SubmissionEncoder(codec, preparation);
    }

    @Bean
    SubmissionBuffer buffer(BufferSettings settings, SubmissionProducer producer, MeterRegistry meters) {
        return new SubmissionBuffer(settings, new TimedSender(new KafkaSubmissionSender(producer), meters));
    }

    @Bean
    BufferMeters bufferMeters(SubmissionBuffer buffer) {
        return new BufferMeters(buffer);
    }

    @Bean
    Shutdown shutdown(SubmissionBuffer buffer, SubmissionProducer producer) {
        return new Shutdown(buffer, producer);
    }
}
