package epro.nmpa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that synchronises trial statuses. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NmpaSyncApplication {

    public static void main(String[] args) {
        SpringApplication.run(NmpaSyncApplication.class, args);
    }
}
