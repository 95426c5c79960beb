package epro.benchmarks.processing;

import epro.processing.form.Compiled;
import epro.processing.form.CompiledForm;
import epro.processing.form.FormCompiler;
import epro.processing.form.Validation;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.AnswerJson;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Decodes, cleans and validates, with the service's own codec and form; reads nothing for harm. */
final class PlainReader {
    private final RecordCodec codec;
    private final CompiledForm form;

    PlainReader(RecordCodec codec) {
        this.codec = codec;
        this.form = form();
    }

    /** The diary, compiled as the service does it. */
    static CompiledForm form() {
        JsonValue questionnaire =
                StrictJson.read(Diary.questionnaire().getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
        return switch (FormCompiler.compile(Diary.ID, Diary.VERSION, questionnaire)) {
            case Compiled.Form(CompiledForm compiled) -> compiled;
            case Compiled.Faulty(var faults) -> throw new IllegalStateException("the diary is no form: " + faults);
        };
    }

    PlainRow read(byte[] value, int partition, long offset) {
        return switch (codec.decode(value, SubmissionReceived.class)) {
            case Decoded.Read<SubmissionReceived>(var event, var _) -> row(event, partition, offset);
            case Decoded<SubmissionReceived> other -> throw new IllegalStateException("can't be read: " + other);
        };
    }

    private PlainRow row(SubmissionReceived event, int partition, long offset) {
        JsonValue.Members answers = AnswerJson.toJson(event.getAnswers());
        Validation validation = form.validate(answers);
        if (validation.rejected()) {
            throw new IllegalStateException("not valid: " + validation.violations());
        }
        return new PlainRow(
                event.getSubmissionKey(),
                event.getFormId(),
                form.version(),
                event.getContentHash(),
                context(event),
                CanonicalJson.write(answers),
                CanonicalJson.write(validation.cleaned()),
                issues(validation),
                partition,
                offset,
                event.getReceivedAt().atOffset(ZoneOffset.UTC));
    }

    private static String context(SubmissionReceived event) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("submissionId", text(event.getSubmissionId()));
        members.put("studyId", text(event.getStudyId()));
        members.put("siteId", text(event.getSiteId()));
        members.put("patientId", text(event.getPatientId()));
        members.put("startedAt", text(Objects.requireNonNull(event.getStartedAt())));
        members.put("completedAt", text(Objects.requireNonNull(event.getCompletedAt())));
        members.put("language", text(Objects.requireNonNull(event.getLanguage())));
        members.put("actor", text(event.getActor()));
        members.put("completeness", text(event.getCompleteness().name()));
        members.put(
                "app",
                text(String.valueOf(Objects.requireNonNull(event.getClient()).getApp())));
        return CanonicalJson.write(new JsonValue.Members(members));
    }

    private static String issues(Validation validation) {
        List<JsonValue> issues = validation.violations().stream()
                .<JsonValue>map(violation -> text(violation.path() + " " + violation.code()))
                .toList();
        return CanonicalJson.write(new JsonValue.Items(issues));
    }

    private static JsonValue text(String value) {
        return new JsonValue.Text(value);
    }
}
