package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.alert.Urgency;
import epro.notification.journal.Alerts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the read side asks of the database. */
@Component
class AlertQueries {
    private static final int HISTORY_OF_ONE = 500;
    private static final int HISTORY_IN_A_LIST = 50;

    private final JdbcClient jdbc;
    private final Places places;
    private final Alerts stored;
    private final Histories histories;

    AlertQueries(JdbcClient jdbc, Places places, Alerts stored, Histories histories) {
        this.jdbc = jdbc;
        this.places = places;
        this.stored = stored;
        this.histories = histories;
    }

    AlertView view(Alert alert, Sight sight) {
        return views(List.of(alert), sight, HISTORY_OF_ONE).getFirst();
    }

    /** A page of what the caller may see. */
    Page<AlertView> list(AlertFilter filter, Sight sight) {
        Reach reach = reach(filter, sight);
        List<Alert> visible = new ArrayList<>();
        Cursor cursor = filter.cursor() == null ? null : Cursor.parse(filter.cursor());
        while (true) {
            List<Alert> rows = AlertSearch.of(filter, cursor).first(jdbc, reach, filter.sorted(), filter.rows());
            for (Alert row : rows) {
                cursor = Cursor.behind(row.identity());
                if (filter.covers(row.identity()) && sight.covers(row.identity())) {
                    visible.add(row);
                }
                if (visible.size() == filter.rows()) {
                    return new Page<>(views(visible, sight, HISTORY_IN_A_LIST), cursor.text());
                }
            }
            if (rows.size() < filter.rows()) {
                return new Page<>(views(visible, sight, HISTORY_IN_A_LIST), null);
            }
        }
    }

    /** Few alerts are of one suspected adverse event or submission; whether they may be seen is told by each of them. */
    private Reach reach(AlertFilter filter, Sight sight) {
        return filter.aeId() != null || filter.submissionKey() != null
                ? Reach.EVERYWHERE
                : places.reach(sight, filter.studyId(), filter.siteId());
    }

    private List<AlertView> views(List<Alert> alerts, Sight sight, int most) {
        List<UUID> ids =
                alerts.stream().map(alert -> alert.identity().alertId()).toList();
        Map<UUID, AlertView.History> history = histories.of(ids, most);
        Map<UUID, Urgency> urgencies = stored.urgencies(
                alerts.stream().map(alert -> alert.identity().leadId()).collect(Collectors.toSet()));
        return alerts.stream()
                .map(alert -> AlertView.of(
                        alert,
                        urgencies.getOrDefault(
                                alert.identity().leadId(), alert.status().urgency()),
                        sight.showsPatients(),
                        history.getOrDefault(alert.identity().alertId(), AlertView.History.NONE)))
                .toList();
    }
}
