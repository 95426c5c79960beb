package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.journal.AlertRow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gathers the conditions under which alerts are listed, and asks the database for the first of them. At some sites only, each
 * site is asked for its first ones: what is read is bounded by sites and rows, however many alerts there are.
 */
final class AlertSearch {
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    /** A list as a client asks for it; its study and site are for {@link Places#reach}. */
    static AlertSearch of(AlertFilter filter, @Nullable Cursor behind) {
        AlertSearch search = new AlertSearch()
                .equal("state", filter.state() == null ? null : filter.state().name())
                .equal("ae_id", filter.aeId())
                .equal("submission_key", filter.submissionKey())
                .equal(
                        "urgency",
                        filter.urgency() == null ? null : filter.urgency().name());
        if (behind != null) {
            search.that("(created_at, alert_id) " + (filter.newestFirst() ? "<" : ">") + " (?, ?)");
            search.values.add(behind.createdAt().atOffset(ZoneOffset.UTC));
            search.values.add(behind.alertId());
        }
        return search;
    }

    AlertSearch that(String condition) {
        conditions.add(condition);
        return this;
    }

    List<Alert> first(JdbcClient jdbc, Reach reach, String order, int rows) {
        String where = String.join(" AND ", conditions);
        String end = "ORDER BY " + order + " LIMIT " + rows;
        List<Desk.Place> places = reach.places();
        if (places == null) {
            return jdbc.sql("SELECT * FROM alert WHERE " + where + " " + end)
                    .params(values)
                    .query(AlertRow::read)
                    .list();
        }
        return jdbc.sql("""
            SELECT found.* FROM unnest(?::text[], ?::text[]) AS place (study, site) CROSS JOIN LATERAL (
                SELECT * FROM alert WHERE study_id = place.study AND site_id = place.site AND %s %s) AS found
            %s\
            """.formatted(where, end, end))
                .param((Object) places.stream().map(Desk.Place::studyId).toArray(String[]::new))
                .param((Object) places.stream().map(Desk.Place::siteId).toArray(String[]::new))
                .params(values)
                .query(AlertRow::read)
                .list();
    }

    private AlertSearch equal(String column, @Nullable Object value) {
        if (value != null) {
            that(column + " = ?");
            values.add(value);
        }
        return this;
    }
}
