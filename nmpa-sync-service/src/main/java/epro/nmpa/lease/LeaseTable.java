package epro.nmpa.lease;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lease's row, by the database's clock. */
@Component
class LeaseTable implements LeaseRecord {
    private static final String TAKE = """
            UPDATE regulator_lease SET holder = :holder, fencing = fencing + 1,
                expires_at = clock_timestamp() + make_interval(secs => :length),
                quiet_at = clock_timestamp() + make_interval(secs => :quiet)
            WHERE quiet_at <= clock_timestamp()
            RETURNING fencing, greatest(0, extract(epoch FROM paused_until - clock_timestamp())) AS paused""";
    private static final String RENEW = """
            UPDATE regulator_lease SET expires_at = clock_timestamp() + make_interval(secs => :length),
                quiet_at = clock_timestamp() + make_interval(secs => :quiet)
            WHERE fencing = :fencing""";
    private static final String RELEASE = """
            UPDATE regulator_lease SET holder = NULL, fencing = fencing + 1, expires_at = clock_timestamp(),
                quiet_at = clock_timestamp() + make_interval(secs => :quiet)
            WHERE fencing = :fencing""";
    private static final String PAUSE = """
            UPDATE regulator_lease
            SET paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => :span))
            WHERE fencing = :fencing""";

    private final JdbcClient jdbc;

    LeaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tenure> take(String holder, LeaseTerms terms) {
        return jdbc.sql(TAKE)
                .param("holder", holder)
                .param("length", seconds(terms.length()))
                .param("quiet", seconds(terms.length().plus(terms.inFlight())))
                .query((row, _) -> new Tenure(
                        row.getLong("fencing"), Duration.ofMillis((long) Math.ceil(row.getDouble("paused") * 1_000))))
                .optional();
    }

    @Override
    public boolean renew(long fencing, LeaseTerms terms) {
        return jdbc.sql(RENEW)
                        .param("fencing", fencing)
                        .param("length", seconds(terms.length()))
                        .param("quiet", seconds(terms.length().plus(terms.inFlight())))
                        .update()
                == 1;
    }

    @Override
    public void release(long fencing, Duration quiet) {
        jdbc.sql(RELEASE)
                .param("fencing", fencing)
                .param("quiet", seconds(quiet))
                .update();
    }

    @Override
    public void pause(long fencing, Duration span) {
        jdbc.sql(PAUSE).param("fencing", fencing).param("span", seconds(span)).update();
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1_000.0;
    }
}
