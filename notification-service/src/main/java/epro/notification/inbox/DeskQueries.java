package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.journal.AlertRow;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a coordinator's desk asks of the database. */
@Component
class DeskQueries {
    private static final int MOST = 200;
    private static final int PLACES_MOST = 500;
    private static final String URGENT_FIRST = """
            ORDER BY CASE WHEN state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised THEN CASE WHEN withdrawn THEN 1 ELSE 0 END ELSE 2 END,
                CASE WHEN state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised
                    THEN CASE urgency WHEN 'EMERGENCY' THEN 0 WHEN 'URGENT' THEN 1 ELSE 2 END END,
                CASE WHEN state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised THEN created_at END,
                acknowledged_at DESC, alert_id LIMIT %d""".formatted(MOST + 1);
    private static final DeskFilter EVERYTHING = new DeskFilter(DeskFilter.Show.ALL, null, null);

    private final JdbcClient jdbc;

    DeskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Desk desk(DeskFilter filter, Sight sight) {
        List<Alert> rows = search(filter, sight)
                .ask(jdbc, "*", URGENT_FIRST)
                .query(AlertRow::read)
                .list();
        List<AlertView> shown = rows.stream()
                .limit(MOST)
                .filter(alert -> sight.covers(alert.identity()))
                .map(alert ->
                        AlertView.of(alert, alert.status().urgency(), sight.showsPatients(), List.of(), List.of()))
                .toList();
        return new Desk(shown, rows.size() > MOST);
    }

    /** Where there have been alerts that the caller may see. */
    List<Desk.Place> places(Sight sight) {
        return search(EVERYTHING, sight)
                .ask(jdbc, "DISTINCT study_id, site_id", "ORDER BY study_id, site_id LIMIT " + PLACES_MOST)
                .query((row, _) -> new Desk.Place(row.getString("study_id"), row.getString("site_id")))
                .list()
                .stream()
                .filter(place -> sight.covers(place.studyId(), place.siteId()))
                .toList();
    }

    private static AlertSearch search(DeskFilter filter, Sight sight) {
        return new AlertSearch(filter.places(), null)
                .atSitesOf(sight.caller())
                .that(filter.state().condition());
    }
}
