package epro.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One entry of the diary that these tests submit. */
record Diary(String studyId, String patientId, String submissionId, Object pain) {

    static final String FORM = "e2e-diary";
    static final String SITE = "site-1";

    Diary pain(Object other) {
        return new Diary(studyId, patientId, submissionId, other);
    }

    Diary submissionId(String other) {
        return new Diary(studyId, patientId, other, pain);
    }

    String json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("submissionId", submissionId);
        body.put("studyId", studyId);
        body.put("siteId", SITE);
        body.put("patientId", patientId);
        body.put("formId", FORM);
        body.put("formVersion", "1.0");
        body.put("completedAt", "2026-11-01T08:00:00+08:00");
        body.put("answers", Map.of("pain", pain));
        return JsonMapper.shared().writeValueAsString(body);
    }
}
