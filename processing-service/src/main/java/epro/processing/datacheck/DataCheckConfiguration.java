package epro.processing.datacheck;

import epro.lane.SigningKey;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DataCheckConfiguration {

    @Bean
    DataCheckRows dataCheckRows(
            JdbcClient jdbc, TransactionTemplate transactions, JsonMapper json, InstantSource clock) {
        return new DataCheckRows(jdbc, transactions, json, clock);
    }

    @Bean
    CheckpointCheck checkpointCheck(KafkaAdmin kafka, RecordCodec codec, SigningKey key) {
        return new CheckpointCheck(
                new WholeTopic(Topics.AUDIT_CHECKPOINTS, kafka.getConfigurationProperties()), codec, key.fingerprint());
    }

    @Bean
    AnnouncedEvents announcedEvents(KafkaAdmin kafka, @Lazy Admin admin, InstantSource clock) {
        return new AnnouncedEvents(
                new WholeTopic(Topics.ADVERSE_EVENTS, kafka.getConfigurationProperties()), new Log(admin), clock);
    }

    @Bean
    AdverseEventCheck adverseEventCheck(AnnouncedEvents announced, DataSource dataSource) {
        return new AdverseEventCheck(announced, dataSource);
    }

    @Bean
    AlertCheck alertCheck(NotificationSettings settings, JsonMapper json, DataSource dataSource, InstantSource clock) {
        return new AlertCheck(new NotificationClient(settings, json), dataSource, clock);
    }

    @Bean
    Comparisons comparisons(CheckpointCheck checkpoints, AdverseEventCheck adverseEvents, AlertCheck alerts) {
        return new Comparisons(checkpoints, adverseEvents, alerts);
    }

    @Bean
    DataCheckRun dataCheckRun(
            DataCheckRows rows,
            DataSource dataSource,
            @Lazy Admin admin,
            Comparisons comparisons,
            DataCheckSettings settings) {
        return new DataCheckRun(rows, dataSource, new Log(admin), comparisons, new Deadlines(dataSource, settings));
    }

    @Bean
    DataChecks dataChecks(DataCheckRows rows, DataCheckRun run, DataCheckSettings settings) {
        return new DataChecks(rows, run::run, settings);
    }
}
