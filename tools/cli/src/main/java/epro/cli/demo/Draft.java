package epro.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a patient has written and not yet sent.
 *
 * @param alarm the question whose answer nobody may overlook; null: there is none
 */
record Draft(
        String submissionId,
        Patient patient,
        SampleForm form,
        Instant completedAt,
        Map<String, JsonNode> answers,
        @Nullable String alarm) {

    private static final int MINUTES_TO_ANSWER = 4;

    Letter letter(Duration at, Fate fate) {
        return new Letter(at, submissionId, fate, body(), alarm != null, List.of());
    }

    Draft answering(Map<String, JsonNode> otherAnswers) {
        return new Draft(submissionId, patient, form, completedAt, otherAnswers, alarm);
    }

    /** With something in it that nobody may overlook. */
    Draft alarming(Alarm planted) {
        Map<String, JsonNode> others = new LinkedHashMap<>(answers);
        others.put(planted.linkId(), planted.answer());
        return new Draft(submissionId, patient, form, completedAt, others, planted.linkId());
    }

    /** The same answers, finished half a minute later: other content under the same id. */
    Draft changed() {
        return new Draft(submissionId, patient, form, completedAt.plusSeconds(30), answers, alarm);
    }

    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("submissionId", submissionId);
        body.put("studyId", patient.studyId());
        body.put("siteId", patient.siteId());
        body.put("patientId", patient.patientId());
        body.put("formId", form.id());
        body.put("formVersion", form.version());
        body.put("startedAt", local(completedAt.minus(MINUTES_TO_ANSWER, ChronoUnit.MINUTES)));
        body.put("completedAt", local(completedAt));
        body.put("language", patient.language());
        body.put("client", Map.of("app", "demo-diary"));
        body.put("answers", answers);
        return JsonMapper.shared().writeValueAsString(body);
    }

    private String local(Instant instant) {
        ZonedDateTime time = instant.truncatedTo(ChronoUnit.SECONDS).atZone(patient.offset());
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
