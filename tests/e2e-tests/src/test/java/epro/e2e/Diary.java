package epro.e2e;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One entry of the diary that these tests submit. */
record Diary(String studyId, String patientId, String submissionId, Object pain, Instant completedAt) {

    static final String FORM = "e2e-diary";
    static final String SITE = "site-1";

    Diary(String studyId, String patientId, String submissionId, Object pain) {
        this(studyId, patientId, submissionId, pain, lately());
    }

    /** A time of completion at which no clock of a device is suspect, the same for all that is filled in on a day. */
    static Instant lately() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
    }

    Diary pain(Object other) {
        return new Diary(studyId, patientId, submissionId, other, completedAt);
    }

    Diary submissionId(String other) {
        return new Diary(studyId, patientId, other, pain, completedAt);
    }

    String json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("submissionId", submissionId);
        body.put("studyId", studyId);
        body.put("siteId", SITE);
        body.put("patientId", patientId);
        body.put("formId", FORM);
        body.put("formVersion", "1.0");
        body.put("completedAt", completedAt.toString());
        body.put("answers", Map.of("pain", pain));
        return JsonMapper.shared().writeValueAsString(body);
    }
}
