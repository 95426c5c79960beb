package epro.model;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves the reference model; any other endpoint of the same protocol can take its place. */
@SpringBootApplication
public class ModelApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ModelApplication.class, arguments);
    }
}
