package epro.notification;

import static org.awaitility.Awaitility.await;

import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.testing.Http;
import epro.testing.Infrastructure;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service within the test's own JVM, against real broker, registry and PostgreSQL; one for all tests. */
public final class RunningNotification {

    private RunningNotification() {}

    public static LocalStack stack() {
        return Infrastructure.get();
    }

    /** A bean of the running service. */
    public static <T> T bean(Class<T> type) {
        return Shared.CONTEXT.getBean(type);
    }

    /** Another process of the service, as far as the database and the broker can tell. */
    public static ConfigurableApplicationContext another() {
        ConfigurableApplicationContext service = start(Map.of());
        HealthIndicator intake = service.getBean("intake", HealthIndicator.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.requireNonNull(intake.health()).getStatus().equals(Status.UP));
        return service;
    }

    /** One more, with some variables other than the stack says; started, but perhaps not ready. */
    public static ConfigurableApplicationContext start(Map<String, Object> others) {
        Map<String, Object> settings = new HashMap<>(stack().environment(Part.NOTIFICATION));
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("EPRO_SMTP", "127.0.0.1:" + MailServer.port());
        settings.put("EPRO_NMPA_URL", Shared.SYNC.url().toString());
        settings.put("epro.nmpa-sync.patience", "30s");
        settings.putAll(others);
        return new SpringApplicationBuilder(NotificationApplication.class, ArmedChannel.class, CountedStatements.class)
                .properties(settings)
                .run();
    }

    /** The root of its API. */
    public static URI root() {
        return URI.create(
                "http://127.0.0.1:" + Shared.CONTEXT.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Calls it as someone with these scopes at this study and site. */
    public static Http as(String subject, String scopes, String site) {
        return new Http(root(), token(subject, scopes, site));
    }

    public static String token(String subject, String scopes, String site) {
        return stack().tokens().staff(subject, List.of(scopes.split(" ", -1)), List.of(site), Duration.ofMinutes(10));
    }

    /** SQL as someone who may do anything, past all grants, once the service has made its tables. */
    public static JdbcClient superuser() {
        return JdbcClient.create(superuserSource());
    }

    /** The same as a connection of one's own. */
    public static Connection superuserConnection() throws SQLException {
        return superuserSource().getConnection();
    }

    private static DataSource superuserSource() {
        Shared.CONTEXT.getId();
        var access = stack().database(DatabaseRole.POSTGRES);
        String url = access.url().replace("currentSchema=processing", "currentSchema=notification");
        return new DriverManagerDataSource(url, access.user(), access.password());
    }

    /** The sync of trials that the shared service asks. */
    public static StubSync sync() {
        return Shared.SYNC;
    }

    private static final class Shared {
        static final StubSync SYNC = new StubSync();
        static final ConfigurableApplicationContext CONTEXT = another();
    }
}
