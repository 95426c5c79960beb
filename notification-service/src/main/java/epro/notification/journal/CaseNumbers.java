package epro.notification.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that no case has had, fetched for many cases at once; what is not used, as after a roll-back, leaves holes. */
final class CaseNumbers {
    private final JdbcClient jdbc;
    private final int atOnce;
    private final Deque<Long> fetched = new ArrayDeque<>();

    CaseNumbers(JdbcClient jdbc, int atOnce) {
        this.jdbc = jdbc;
        this.atOnce = atOnce;
    }

    String next(Instant now) {
        if (fetched.isEmpty()) {
            fetched.addAll(jdbc.sql("SELECT nextval('case_number') FROM generate_series(1, ?)")
                    .param(atOnce)
                    .query(Long.class)
                    .list());
        }
        return String.format(
                Locale.ROOT, "C-%d-%06d", now.atOffset(ZoneOffset.UTC).getYear(), fetched.remove());
    }
}
