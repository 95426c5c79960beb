package epro.notification.inbox;

import epro.notification.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a coordinator's desk asks of the database. */
@Component
class DeskQueries {
    private static final int MOST = 200;
    private static final int PLACES_MOST = 500;
    private static final String URGENT_FIRST = "withdrawn, urgency_rank, created_at, alert_id";
    private static final String LATEST_FIRST = "acknowledged_at DESC, alert_id";

    private final JdbcClient jdbc;
    private final Places places;

    DeskQueries(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    Desk desk(DeskFilter filter, Sight sight) {
        Reach reach = places.reach(sight, filter.studyId(), filter.siteId());
        List<Alert> rows = new ArrayList<>();
        if (filter.state() != DeskFilter.Show.ACKNOWLEDGED) {
            rows.addAll(new AlertSearch().that("awaits_answer").first(jdbc, reach, URGENT_FIRST, MOST + 1));
        }
        if (filter.state() != DeskFilter.Show.OPEN && rows.size() <= MOST) {
            rows.addAll(new AlertSearch().that("NOT awaits_answer").first(jdbc, reach, LATEST_FIRST, MOST + 1));
        }
        List<AlertView> shown = rows.stream()
                .limit(MOST)
                .filter(alert -> sight.covers(alert.identity()))
                .map(alert ->
                        AlertView.of(alert, alert.status().urgency(), sight.showsPatients(), AlertView.History.NONE))
                .toList();
        return new Desk(shown, rows.size() > MOST);
    }

    /** Where there have been alerts that the caller may see. */
    List<Desk.Place> places(Sight sight) {
        return places.visible(sight).stream().limit(PLACES_MOST).toList();
    }
}
