package epro.cli.chaos.fault;

import epro.cli.chaos.fault.Fault.Seen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Other sessions of the database get into the way. */
final class Sessions {

    /** Longer than anybody waits for a lock, which is 5 s. */
    private static final Duration LOCKED = Duration.ofSeconds(8);

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration EXHAUSTED = Duration.ofSeconds(6);
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String OTHERS =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename like '%\\_app'";

    private Sessions() {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("lanes-locked-from-outside", (grounds, _) -> lanesLocked(grounds)),
                new Fault("sessions-ended", (grounds, _) -> ended(grounds)),
                new Fault("connections-exhausted", (grounds, _) -> exhausted(grounds)));
    }

    /** Only who wants one of them in the meantime is kept waiting. */
    private static Seen lanesLocked(Grounds grounds) throws Exception {
        try (Connection holder = grounds.superuser();
                Connection observer = grounds.superuser()) {
            holder.setAutoCommit(false);
            long locked = number(holder, "select count(*) from (select from processing.lane for update) locked");
            long waiting = mostWaitingFor(number(holder, "select pg_backend_pid()"), observer);
            holder.rollback();
            return new Seen(
                    waiting > 0,
                    "%d lanes locked for %s, up to %d sessions at once waited for them"
                            .formatted(locked, LOCKED, waiting));
        }
    }

    /** A view of activity stays as it is while its transaction lasts; the observer has a new one for each look. */
    private static long mostWaitingFor(long holder, Connection observer) throws SQLException, InterruptedException {
        String waiting =
                "select count(*) from pg_stat_activity where %d = any(pg_blocking_pids(pid))".formatted(holder);
        long deadline = System.nanoTime() + LOCKED.toNanos();
        long most = 0;
        while (System.nanoTime() < deadline) {
            most = Math.max(most, number(observer, waiting));
            Thread.sleep(A_MOMENT);
        }
        return most;
    }

    private static Seen ended(Grounds grounds) throws SQLException {
        try (Connection session = grounds.superuser()) {
            long ended = number(session, OTHERS);
            return new Seen(ended > 0, "%d sessions ended by an administrator".formatted(ended));
        }
    }

    /** Takes every connection there is, then ends the services' own, which find none when they want one again. */
    private static Seen exhausted(Grounds grounds) throws Exception {
        List<Connection> taken = new ArrayList<>();
        try (Connection session = grounds.superuser()) {
            long most = number(session, "select current_setting('max_connections')::int");
            while (taken.size() < most && take(grounds, taken)) {
                // The server says when there are no more.
            }
            long ended = number(session, OTHERS);
            while (taken.size() < most && take(grounds, taken)) {
                // Those that have just become free as well.
            }
            Thread.sleep(EXHAUSTED);
            return new Seen(
                    !take(grounds, taken),
                    "%d connections taken, %d of services ended, the next refused".formatted(taken.size(), ended));
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }

    private static boolean take(Grounds grounds, List<Connection> taken) throws SQLException {
        try {
            taken.add(grounds.reader());
            return true;
        } catch (SQLException refused) {
            if (TOO_MANY_CONNECTIONS.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    private static long number(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
