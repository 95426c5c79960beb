package epro.notification.inbox;

import epro.notification.alert.Alert;
import epro.notification.journal.AlertRow;
import epro.support.security.Caller;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers the conditions under which alerts are listed, and asks the database for them. */
final class AlertSearch {
    /** The forms that a token's site may have: study and site, all of a study, a site of all, all. */
    private static final String AT_ONE_OF_THE_SITES = """
            (study_id || '/' || site_id = ANY (?) OR study_id || '/*' = ANY (?) OR '*/' || site_id = ANY (?)
                OR '*' = ANY (?) OR '*/*' = ANY (?))""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final String direction;

    AlertSearch(AlertFilter filter, @Nullable Cursor behind) {
        direction = filter.newestFirst() ? "DESC" : "ASC";
        equal("state", filter.state() == null ? null : filter.state().name());
        equal("study_id", filter.studyId());
        equal("site_id", filter.siteId());
        equal("ae_id", filter.aeId());
        equal("submission_key", filter.submissionKey());
        equal("urgency", filter.urgency() == null ? null : filter.urgency().name());
        if (behind != null) {
            conditions.add("(created_at, alert_id) " + (filter.newestFirst() ? "<" : ">") + " (?, ?)");
            values.add(behind.createdAt().atOffset(ZoneOffset.UTC));
            values.add(behind.alertId());
        }
    }

    /** Leaves out most of what the caller may not see; whoever shows alerts looks again at each. */
    AlertSearch atSitesOf(Caller caller) {
        conditions.add(AT_ONE_OF_THE_SITES);
        String[] sites = caller.sites().toArray(String[]::new);
        for (int form = 0; form < 5; form++) {
            values.add(sites);
        }
        return this;
    }

    AlertSearch that(String condition) {
        conditions.add(condition);
        return this;
    }

    List<Alert> first(JdbcClient jdbc, int rows) {
        String order = "ORDER BY created_at %1$s, alert_id %1$s LIMIT %2$d".formatted(direction, rows);
        return ask(jdbc, "*", order).query(AlertRow::read).list();
    }

    /** Asks for these columns, in this order; at least one condition must have been gathered. */
    JdbcClient.StatementSpec ask(JdbcClient jdbc, String columns, String order) {
        String where = String.join(" AND ", conditions);
        return jdbc.sql("SELECT " + columns + " FROM alert WHERE " + where + " " + order)
                .params(values);
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
    }
}
