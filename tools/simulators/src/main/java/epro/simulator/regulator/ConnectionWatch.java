package epro.simulator.regulator;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Counts the TCP connections that an address has open at once, idle ones included.
 *
 * <p>One whose first request is an observer's does not count. Judgement on a connection that would be one too many therefore
 * waits until it is known whose it and those beside it are, at most {@link #GRACE_MILLIS}. Thread-safe.
 */
final class ConnectionWatch implements Connection.Listener {

    private static final long GRACE_MILLIS = 250;

    private final Quota quota;
    private final Scheduler scheduler;
    private final Map<Connection, Visit> open = new HashMap<>();

    ConnectionWatch(Quota quota, Scheduler scheduler) {
        this.quota = quota;
        this.scheduler = scheduler;
    }

    @Override
    public synchronized void onOpened(Connection connection) {
        String address = address(connection);
        Visit visit = new Visit(address, openOf(address));
        open.put(connection, visit);
        scheduler.schedule(() -> settle(visit, true), GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** An observer has used the connection. */
    synchronized void observer(Connection connection) {
        Visit visit = open.get(connection);
        if (visit != null && visit.role == Visit.Role.UNKNOWN) {
            visit.role = Visit.Role.OBSERVER;
        }
    }

    /** A caller has used the connection. How many he has open now. */
    synchronized int caller(Connection connection) {
        String address = address(connection);
        Visit visit = open.get(connection);
        if (visit != null && visit.role == Visit.Role.OBSERVER) {
            visit.role = Visit.Role.CALLER;
            quota.opened(address, counted(openOf(address)));
        } else if (visit != null) {
            visit.role = Visit.Role.CALLER;
            settle(visit, false);
        }
        return counted(openOf(address));
    }

    private synchronized void settle(Visit visit, boolean graceIsOver) {
        if (visit.settled) {
            return;
        }
        int atOnce = counted(visit.beside) + 1;
        if (!graceIsOver && quota.tooMany(atOnce) && visit.beside.stream().anyMatch(Visit::unknown)) {
            return;
        }
        if (visit.role != Visit.Role.OBSERVER) {
            quota.opened(visit.address, atOnce);
        }
        visit.settle();
    }

    private List<Visit> openOf(String address) {
        return open.values().stream()
                .filter(visit -> visit.address.equals(address))
                .toList();
    }

    private static int counted(List<Visit> visits) {
        return (int) visits.stream()
                .filter(visit -> visit.role != Visit.Role.OBSERVER)
                .count();
    }

    static String address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "unknown";
    }

    /** An open connection, and those of its address that were open when it was opened. */
    private static final class Visit {

        private enum Role {
            UNKNOWN,
            CALLER,
            OBSERVER
        }

        private final String address;
        private List<Visit> beside;
        private Role role = Role.UNKNOWN;
        private boolean settled;

        private Visit(String address, List<Visit> beside) {
            this.address = address;
            this.beside = beside;
        }

        private boolean unknown() {
            return role == Role.UNKNOWN;
        }

        private void settle() {
            settled = true;
            beside = List.of();
        }
    }
}
