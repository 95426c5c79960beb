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
import java.util.HashMap;
import java.util.Map;

/** The alert plan of each study as the transaction sees it: the one published last, or the built-in one. */
final class PlansInForce {
    private static final Limits LIMITS = new Limits(16, 100_000, 100);
    private static final String LAST =
            "SELECT version, source FROM alert_plan WHERE study_id = ? ORDER BY sequence DESC LIMIT 1";

    private final Connection connection;
    private final Map<String, AlertPlan> byStudy = new HashMap<>();

    PlansInForce(Connection connection) {
        this.connection = connection;
    }

    AlertPlan of(String studyId) throws SQLException {
        AlertPlan known = byStudy.get(studyId);
        if (known == null) {
            known = read(studyId);
            byStudy.put(studyId, known);
        }
        return known;
    }

    private AlertPlan read(String studyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, studyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? plan(row.getString(1), row.getString(2)) : AlertPlan.BUILT_IN;
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
