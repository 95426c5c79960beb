package epro.processing;

import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.Infrastructure;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service within the test's own JVM, against real broker, registry and PostgreSQL; one for all tests. */
public final class RunningProcessing {
    private static final int FEW_CONSUMERS = 4;

    private RunningProcessing() {}

    public static LocalStack stack() {
        return Infrastructure.get();
    }

    /** A bean of the running service. */
    public static <T> T bean(Class<T> type) {
        return Shared.CONTEXT.getBean(type);
    }

    /** The port of its API. */
    public static int port() {
        return Integer.parseInt(Shared.CONTEXT.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** SQL as someone who may do anything, past all grants. */
    public static JdbcClient superuser() {
        var access = stack().database(DatabaseRole.POSTGRES);
        return JdbcClient.create(new DriverManagerDataSource(access.url(), access.user(), access.password()));
    }

    private static final class Shared {
        static final ConfigurableApplicationContext CONTEXT = start();

        private static ConfigurableApplicationContext start() {
            Map<String, Object> settings = new HashMap<>(stack().environment(Part.PROCESSING));
            settings.put("server.port", 0);
            settings.put("management.server.port", 0);
            settings.put("EPRO_CONCURRENCY", FEW_CONSUMERS);
            settings.put("EPRO_NOTIFICATION_URL", "");
            settings.put("EPRO_AE_MODEL_URL", FakeModel.url());
            settings.put("epro.model.pause", "100ms");
            settings.put("epro.model.deadline", "1s");
            return new SpringApplicationBuilder(ProcessingApplication.class)
                    .properties(settings)
                    .run();
        }
    }
}
