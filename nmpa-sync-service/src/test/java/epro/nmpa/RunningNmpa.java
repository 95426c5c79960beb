package epro.nmpa;

import static org.awaitility.Awaitility.await;

import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.Http;
import epro.testing.Infrastructure;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service within the test's own JVM, against real broker, registry and PostgreSQL and a register made of answers. */
public final class RunningNmpa {

    private RunningNmpa() {}

    public static LocalStack stack() {
        return Infrastructure.get();
    }

    public static StubRegulator regulator() {
        return Shared.REGULATOR;
    }

    /** A bean of the running service. */
    public static <T> T bean(Class<T> type) {
        return Shared.CONTEXT.getBean(type);
    }

    /** Another process of the service, as far as database, broker and regulator can tell. */
    public static ConfigurableApplicationContext another() {
        Map<String, Object> settings = new HashMap<>(stack().environment(Part.NMPA_SYNC));
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("EPRO_REGULATOR_URL", Shared.REGULATOR.url().toString());
        settings.put("epro.nmpa.sync.pause", "100ms");
        settings.put("epro.nmpa.regulator.call-timeout", "2s");
        settings.put("epro.nmpa.lease.length", "2700ms");
        settings.put("epro.nmpa.quota.processing-limit", "3s");
        ConfigurableApplicationContext service = new SpringApplicationBuilder(NmpaSyncApplication.class)
                .properties(settings)
                .run();
        HealthIndicator journal = service.getBean("journalStart", HealthIndicator.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Objects.requireNonNull(journal.health()).getStatus().equals(Status.UP));
        return service;
    }

    /** The root of its API. */
    public static URI root() {
        return URI.create(
                "http://127.0.0.1:" + Shared.CONTEXT.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Calls it as someone with these scopes. */
    public static Http as(String scopes) {
        String token = stack().tokens()
                .staff("somebody", List.of(scopes.split(" ", -1)), List.of("*"), Duration.ofMinutes(10));
        return new Http(root(), token);
    }

    /** SQL as someone who may do anything, past all grants, once the service has made its tables. */
    public static JdbcClient superuser() {
        Shared.CONTEXT.getId();
        var access = stack().database(DatabaseRole.POSTGRES);
        String url = access.url().replace("currentSchema=processing", "currentSchema=nmpa");
        return JdbcClient.create(new DriverManagerDataSource(url, access.user(), access.password()));
    }

    private static final class Shared {
        static final StubRegulator REGULATOR = new StubRegulator();
        static final ConfigurableApplicationContext CONTEXT = another();
    }
}
