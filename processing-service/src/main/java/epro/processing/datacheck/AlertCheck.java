package epro.processing.datacheck;

import epro.processing.datacheck.NotificationClient.AlertState;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every suspected adverse event that is old enough has an alert that reached someone, and every alert is of one. */
class AlertCheck {
    private static final int GROUP = 500;
    private static final String DUE = """
            SELECT ae_id, max(revision) FROM adverse_event WHERE detected_at < ? AND ae_id > ?
            GROUP BY ae_id ORDER BY ae_id LIMIT""" + " " + GROUP;
    private static final String KNOWN = "SELECT DISTINCT ae_id FROM adverse_event WHERE ae_id = ANY (?)";

    private final NotificationClient notification;
    private final DataSource dataSource;
    private final InstantSource clock;

    AlertCheck(NotificationClient notification, DataSource dataSource, InstantSource clock) {
        this.notification = notification;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Compares nothing where no notification service is known. */
    void run(Connection snapshot, Progress progress) throws SQLException, IOException, InterruptedException {
        if (!notification.isKnown()) {
            return;
        }
        progress.stage("alerts", Counted.ALERTS);
        UUID last = new UUID(0, 0);
        Map<UUID, Integer> due = due(snapshot, last);
        while (!due.isEmpty()) {
            compare(due, progress);
            last = List.copyOf(due.keySet()).getLast();
            due = due(snapshot, last);
        }
        findStrangers(progress);
    }

    private Map<UUID, Integer> due(Connection snapshot, UUID after) throws SQLException {
        Map<UUID, Integer> due = new LinkedHashMap<>();
        try (PreparedStatement select = snapshot.prepareStatement(DUE)) {
            select.setObject(1, clock.instant().minus(notification.grace()).atOffset(ZoneOffset.UTC));
            select.setObject(2, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
        }
        return due;
    }

    private void compare(Map<UUID, Integer> due, Progress progress) throws IOException, InterruptedException {
        Map<UUID, AlertState> alerts = notification.alerts(due.keySet());
        due.forEach((aeId, revision) -> {
            @Nullable AlertState alert = alerts.get(aeId);
            if (alert == null) {
                progress.found(Code.ALERT_MISSING, aeId.toString(), "no alert");
            } else if (alert.revision() < revision) {
                progress.found(
                        Code.ALERT_MISSING,
                        aeId.toString(),
                        "the alert stands at revision " + alert.revision() + " of " + revision);
            } else if (!alert.reached()) {
                progress.found(Code.ALERT_UNDELIVERED, aeId.toString(), "no delivery arrived");
            }
            progress.compared(Counted.ALERTS, 1);
        });
    }

    /** Looked up in the database of now: an alert may be of what came after the snapshot. */
    private void findStrangers(Progress progress) throws SQLException, IOException, InterruptedException {
        String cursor = null;
        do {
            NotificationClient.Ids page = notification.idsAfter(cursor);
            Set<UUID> unknown = new HashSet<>(page.ids());
            unknown.removeAll(known(page.ids()));
            unknown.forEach(aeId -> progress.found(Code.ALERT_WITHOUT_EVENT, aeId.toString(), "an alert of nothing"));
            cursor = page.next();
        } while (cursor != null);
    }

    private Set<UUID> known(List<UUID> ids) throws SQLException {
        Set<UUID> known = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
        }
        return known;
    }
}
