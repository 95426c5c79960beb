package epro.intake.kafka;

import epro.intake.buffer.BufferSettings;
import epro.intake.buffer.SubmissionBuffer;
import epro.schemas.codec.RecordCodec;
import io.micrometer.core.instrument.Gauge;
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
        var buffer = new SubmissionBuffer(settings, new TimedSender(new KafkaSubmissionSender(producer), meters));
        Gauge.builder("epro.intake.in.flight", buffer, SubmissionBuffer::size)
                .description("Submissions on their way to the log")
                .register(meters);
        Gauge.builder("epro.intake.in.flight.bytes", buffer, SubmissionBuffer::bytes)
                .description("Bytes on their way to the log")
                .register(meters);
        Gauge.builder("epro.intake.in.flight.oldest", buffer, KafkaConfiguration::oldestSeconds)
                .description("How long the oldest has been on its way")
                .baseUnit("seconds")
                .register(meters);
        return buffer;
    }

    @Bean
    Shutdown shutdown(SubmissionBuffer buffer, Producer<byte[], byte[]> producer) {
        return new Shutdown(buffer, producer);
    }

    private static double oldestSeconds(SubmissionBuffer buffer) {
        return buffer.oldest().toNanos() / 1e9;
    }
}
