package epro.processing.suspicion;

import epro.processing.harm.AlertPlan;
import epro.processing.harm.AlertPlanReading;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The alert plan of each study as the transaction sees it: the one published last, or the built-in one. */
final class PlansInForce {
    private static final Limits LIMITS = new Limits(16, 100_000, 100);
    private static final String LAST = """
            SELECT DISTINCT ON (study_id) study_id, version, source FROM alert_plan WHERE study_id = ANY (?)
            ORDER BY study_id, sequence DESC""";

    private final Map<String, AlertPlan> byStudy = new HashMap<>();

    private PlansInForce() {}

    /** Read at once for all of the studies. */
    static PlansInForce of(Connection connection, Collection<String> studyIds) throws SQLException {
        PlansInForce plans = new PlansInForce();
        if (!studyIds.isEmpty()) {
            plans.read(connection, studyIds);
        }
        return plans;
    }

    /** That of one of the studies. */
    AlertPlan of(String studyId) {
        return byStudy.getOrDefault(studyId, AlertPlan.BUILT_IN);
    }

    private void read(Connection connection, Collection<String> studyIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", studyIds.stream().distinct().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byStudy.put(row.getString(1), plan(row.getString(2), row.getString(3)));
                }
            }
        }
    }

    private static AlertPlan plan(String version, String source) {
        return switch (AlertPlan.read(version, StrictJson.read(source.getBytes(StandardCharsets.UTF_8), LIMITS))) {
            case AlertPlanReading.Plan(AlertPlan plan) -> plan;
            case AlertPlanReading.Faulty _ -> AlertPlan.BUILT_IN;
        };
    }
}
