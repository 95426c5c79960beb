package epro.notification.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sites from which alerts have come, found without reading the alerts. */
@Component
class Places {
    /** Jumps from one site to the next in the index. */
    private static final String ALL = """
        WITH RECURSIVE place AS (
            (SELECT study_id, site_id FROM alert ORDER BY study_id, site_id LIMIT 1)
            UNION ALL
            SELECT next.study_id, next.site_id FROM place CROSS JOIN LATERAL (
                SELECT study_id, site_id FROM alert WHERE (study_id, site_id) > (place.study_id, place.site_id)
                ORDER BY study_id, site_id LIMIT 1) AS next)
        SELECT study_id, site_id FROM place\
        """;

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the caller may see. */
    List<Desk.Place> visible(Sight sight) {
        return jdbc
                .sql(ALL)
                .query((row, _) -> new Desk.Place(row.getString("study_id"), row.getString("site_id")))
                .list()
                .stream()
                .filter(place -> sight.covers(place.studyId(), place.siteId()))
                .toList();
    }

    /**
     * Where to look for what the caller may see.
     *
     * @param studyId null: of every study
     * @param siteId null: of every site
     */
    Reach reach(Sight sight, @Nullable String studyId, @Nullable String siteId) {
        if (studyId == null && siteId == null && sight.coversEverything()) {
            return Reach.EVERYWHERE;
        }
        List<Desk.Place> named = sight.namedPlaces().orElseGet(() -> visible(sight));
        return Reach.to(named.stream()
                .filter(place -> studyId == null || studyId.equals(place.studyId()))
                .filter(place -> siteId == null || siteId.equals(place.siteId()))
                .toList());
    }
}
