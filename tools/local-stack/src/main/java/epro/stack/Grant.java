package epro.stack;

import java.util.List;
import java.util.Map;

/**
 * What a token allows, and whom.
 *
 * @param subject who carries it
 * @param scopes what they may do
 * @param claims where: {@code sites}, or {@code study}, {@code site}, {@code patient}; and the {@code client_id}
 */
public record Grant(String subject, List<String> scopes, Map<String, Object> claims) {

    private static final String CLIENT = "client_id";

    public static Grant forPatient(String studyId, String siteId, String patientId) {
        return new Grant(
                "patient-" + studyId + "-" + patientId,
                List.of("submissions:write:own"),
                Map.of("study", studyId, "site", siteId, "patient", patientId, CLIENT, "patient-app"));
    }

    public static Grant forStaff(String subject, List<String> scopes, List<String> sites) {
        return new Grant(subject, scopes, Map.of("sites", sites, CLIENT, "local-stack"));
    }
}
