package epro.processing.audit;

import epro.lane.LanePublisher;
import epro.lane.SigningKey;
import epro.schemas.codec.RecordCodec;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    SigningKey signingKey(SigningSettings settings) {
        return SigningKey.read(settings.key());
    }

    @Bean
    CheckpointSigner checkpointSigner(DataSource dataSource, SigningKey key, RecordCodec codec, InstantSource clock) {
        return new CheckpointSigner(dataSource, key, codec, clock);
    }

    @Bean
    CheckpointJob checkpointJob(CheckpointSigner signer, RecordCodec codec, LanePublisher publisher) {
        return new CheckpointJob(signer, codec, publisher);
    }
}
