package epro.processing.reading;

import epro.clinical.RedFlagDetector;
import epro.processing.harm.HarmReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HarmConfiguration {

    @Bean
    HarmReader harmReader() {
        return new HarmReader(new ClinicalRedFlags(RedFlagDetector.standard()));
    }
}
