package epro.nmpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The settings are a contract: what docs/nmpa.md says of them is so. */
class SettingsTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(AllSettings.class)
            .withPropertyValues("EPRO_REGULATOR_URL=https://register.test");

    @Test
    void hasTheDocumentedDefaults() {
        service.run(context -> assertThat(settings(context))
                .containsExactlyInAnyOrder(
                        "Quota[connections=10, startsPerSecond=10, jitter=PT0.05S, processingLimit=PT30S]",
                        "RegulatorSettings[url=https://register.test, callTimeout=PT10S, connectTimeout=PT2S]",
                        "LeaseSettings[length=PT10S]",
                        "RunSettings[interval=PT0S, dueAfter=PT0S, attempts=4, pause=PT1S, waiting=2000]"));
    }

    @Test
    void mapsEveryProperty() {
        service.withPropertyValues(
                        "epro.nmpa.quota.connections=1",
                        "epro.nmpa.quota.starts-per-second=2",
                        "epro.nmpa.quota.jitter=3ms",
                        "epro.nmpa.quota.processing-limit=4s",
                        "epro.nmpa.regulator.url=http://other.test:5",
                        "epro.nmpa.regulator.call-timeout=6s",
                        "epro.nmpa.regulator.connect-timeout=7s",
                        "epro.nmpa.lease.length=8s",
                        "epro.nmpa.sync.interval=9h",
                        "epro.nmpa.sync.due-after=10h",
                        "epro.nmpa.sync.attempts=11",
                        "epro.nmpa.sync.pause=12s",
                        "epro.nmpa.sync.waiting=13")
                .run(context -> assertThat(settings(context))
                        .containsExactlyInAnyOrder(
                                "Quota[connections=1, startsPerSecond=2, jitter=PT0.003S, processingLimit=PT4S]",
                                "RegulatorSettings[url=http://other.test:5, callTimeout=PT6S, connectTimeout=PT7S]",
                                "LeaseSettings[length=PT8S]",
                                "RunSettings[interval=PT9H, dueAfter=PT10H, attempts=11, pause=PT12S, waiting=13]"));
    }

    @ParameterizedTest
    @CsvSource({
        "epro.nmpa.quota.connections, 0, 'must be at least 1, was 0'",
        "epro.nmpa.quota.starts-per-second, 0, 'must be at least 1, was 0'",
        "epro.nmpa.quota.jitter, -1ms, 'must not be negative, was PT-0.001S'",
        "epro.nmpa.quota.processing-limit, 0, 'must be positive, was PT0S'",
        "epro.nmpa.regulator.url, ftp://register.test, '(EPRO_REGULATOR_URL) must be an http or https address, was ftp://register.test'",
        "epro.nmpa.regulator.call-timeout, 0, 'must be positive, was PT0S'",
        "epro.nmpa.regulator.connect-timeout, -1s, 'must be positive, was PT-1S'",
        "epro.nmpa.lease.length, 999ms, 'must be at least PT1S, was PT0.999S'",
        "epro.nmpa.sync.interval, -1h, 'must not be negative, was PT-1H'",
        "epro.nmpa.sync.due-after, -1h, 'must not be negative, was PT-1H'",
        "epro.nmpa.sync.attempts, 0, 'must be at least 1, was 0'",
        "epro.nmpa.sync.pause, -1s, 'must not be negative, was PT-1S'",
        "epro.nmpa.sync.waiting, 0, 'must be at least 1, was 0'"
    })
    void refusesToStartWithAnIllegalValueAndNamesIt(String property, String value, String complaint) {
        service.withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage(property + " " + complaint));
    }

    @Test
    void refusesToStartWithoutARegulator() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(AllSettings.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("epro.nmpa.regulator.url (EPRO_REGULATOR_URL) must be"));
    }

    /** They say what they are, so that those that no other package may see are found as well. */
    private static Stream<String> settings(ApplicationContext context) {
        return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .map(Object::toString);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties
    @ConfigurationPropertiesScan("epro.nmpa")
    static class AllSettings {}
}
