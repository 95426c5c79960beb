package epro.processing.tables;

import epro.support.problem.StackOnly;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says in time that the years run out. Never unhealthy for that: rows without a year of their own are kept all the same, in the
 * default partition.
 */
@Component("tables")
class YearWatch implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(YearWatch.class);
    private static final List<String> TABLES = List.of("audit_entry", "crf_record");

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile List<TableYears> seen = List.of();

    YearWatch(JdbcClient jdbc, InstantSource clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (String table : TABLES) {
            Gauge.builder("epro.processing.table.years.left", () -> daysLeft(table))
                    .description("Until the last year ends that is made for the table; below 60, restart the service")
                    .baseUnit("days")
                    .tag("table", table)
                    .register(registry);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void look() {
        try {
            seen = jdbc.sql("SELECT table_name, ends_at, in_default FROM table_year ORDER BY table_name")
                    .query(YearWatch::years)
                    .list();
            seen.forEach(years -> years.warning(clock.instant())
                    .ifPresent(warning -> LOG.warn("Of the table {} {}", years.table(), warning)));
        } catch (RuntimeException failure) {
            LOG.warn("The years of tables are looked at again in an hour: {}", StackOnly.of(failure));
        }
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (TableYears years : seen) {
            health.withDetail(years.table(), years.warning(clock.instant()).orElse("made until " + years.endsAt()));
        }
        return health.build();
    }

    private double daysLeft(String table) {
        return seen.stream()
                .filter(years -> years.table().equals(table))
                .mapToDouble(years -> years.inDefault() ? 0 : years.daysLeft(clock.instant()))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static TableYears years(ResultSet row, int number) throws SQLException {
        OffsetDateTime endsAt = row.getObject(2, OffsetDateTime.class);
        return new TableYears(row.getString(1), endsAt == null ? null : endsAt.toInstant(), row.getBoolean(3));
    }
}
