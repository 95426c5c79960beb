package epro.notification.watch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The watchdog as this client sees the alerts. */
public final class WatchdogAt {
    private WatchdogAt() {}

    public static List<UUID> find(JdbcClient jdbc) {
        return new Watchdog(jdbc, () -> Instant.parse("2030-01-01T00:00:00Z"), new SimpleMeterRegistry()).find();
    }
}
