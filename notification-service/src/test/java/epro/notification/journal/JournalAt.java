package epro.notification.journal;

import epro.keeper.LaneTransactions;
import epro.notification.RunningNotification;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of the running service under another clock. */
public final class JournalAt {

    private JournalAt() {}

    public static Journal of(InstantSource clock) {
        return new Journal(
                RunningNotification.bean(LaneTransactions.class),
                RunningNotification.bean(AlertTable.class),
                RunningNotification.bean(AlertEvents.class),
                clock);
    }

    /** The alerts as this client sees them. */
    public static Alerts alerts(JdbcClient jdbc) {
        return new Alerts(jdbc);
    }
}
