package epro.e2e.realdata;

import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One submission as it goes over the wire, with what should become of it. */
record Sending(String submissionId, Prediction prediction, String body) {

    static final String STUDY = "CDISCPILOT01";

    static Sending of(TrialSubmission submission, Instrument instrument) {
        return of(submission, instrument, answers(submission, instrument), "as-received");
    }

    /** {@code copy} keeps the ids of different copies of a submission apart. */
    static Sending of(TrialSubmission submission, Instrument instrument, JsonValue.Members answers, String copy) {
        String submissionId = stableId(submission, copy);
        Map<String, JsonValue> body = new LinkedHashMap<>();
        body.put("submissionId", new JsonValue.Text(submissionId));
        body.put("studyId", new JsonValue.Text(STUDY));
        body.put("siteId", new JsonValue.Text(submission.siteId()));
        body.put("patientId", new JsonValue.Text(submission.subject()));
        body.put("formId", new JsonValue.Text(instrument.formId()));
        body.put("formVersion", new JsonValue.Text(Instrument.VERSION));
        body.put("completedAt", new JsonValue.Text(submission.date() + "T12:00:00Z"));
        body.put("answers", answers);
        return new Sending(
                submissionId,
                Predictor.foretell(instrument, answers),
                CanonicalJson.write(new JsonValue.Members(body)));
    }

    /** Numbers go as numbers, all else as text; a blank goes as a blank. */
    static JsonValue.Members answers(TrialSubmission submission, Instrument instrument) {
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        Map<String, Item> items = new LinkedHashMap<>();
        instrument.items().forEach(item -> items.put(item.linkId(), item));
        submission.answers().forEach((linkId, given) -> {
            Item item = items.get(linkId);
            boolean number = item != null && item.answerable() instanceof Answerable.Range && !given.isBlank();
            answers.put(linkId, number ? new JsonValue.NumberText(given) : new JsonValue.Text(given));
        });
        return new JsonValue.Members(answers);
    }

    private static String stableId(TrialSubmission submission, String copy) {
        String name = String.join(
                "\n", submission.subject(), submission.visit(), submission.date(), submission.instrument(), copy);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
