package epro.processing.reading;

import epro.processing.form.CompiledForm;
import epro.processing.form.Forms;
import epro.processing.form.ReasonCode;
import epro.processing.form.Severity;
import epro.processing.form.Validation;
import epro.processing.form.Violation;
import epro.processing.harm.HarmReader;
import epro.processing.harm.HarmReading;
import epro.schemas.event.SubmissionReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds a submission against its form, and reads it for harm whatever the form says. */
@Component
final class SubmissionEvaluator {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final Forms forms;
    private final HarmReader harm;

    SubmissionEvaluator(Forms forms, HarmReader harm) {
        this.forms = forms;
        this.harm = harm;
    }

    /** What the form says, and what was seen beside. */
    record Read(Evaluation evaluation, HarmReading harm) {}

    Read evaluate(Submission submission) {
        SubmissionReceived event = submission.event();
        return switch (forms.find(event.getFormId(), event.getFormVersion(), submission.completedAt())) {
            case Forms.Known(CompiledForm form, boolean versionAssumed) -> validate(submission, form, versionAssumed);
            case Forms.Unknown() ->
                new Read(
                        new Evaluation.Invalid(event.getFormVersion(), true, List.of(unknownForm())),
                        harm.read(null, submission.answers(), List.of(), event.getLanguage()));
        };
    }

    private Read validate(Submission submission, CompiledForm form, boolean versionAssumed) {
        Validation validation = form.validate(submission.answers());
        List<Violation> violations = new ArrayList<>(validation.violations());
        if (versionAssumed) {
            violations.add(warning(
                    "formVersion", ReasonCode.VERSION_ASSUMED, "No version was given: the one in force was taken."));
        }
        if (clockIsSuspect(submission)) {
            violations.add(warning(
                    "completedAt", ReasonCode.CLOCK_SUSPECT, "The device's time is missing, malformed or ahead."));
        }
        Evaluation evaluation = validation.rejected()
                ? new Evaluation.Invalid(form.version(), false, violations)
                : new Evaluation.Valid(form.version(), validation.cleaned(), validation.cleanings(), violations);
        String language = submission.event().getLanguage();
        return new Read(evaluation, harm.read(form, validation.cleaned(), validation.violations(), language));
    }

    private static boolean clockIsSuspect(Submission submission) {
        if (submission.event().getCompletedAt() == null) {
            return false;
        }
        Instant completedAt = submission.completedAt();
        return completedAt == null
                || completedAt.isAfter(submission.event().getReceivedAt().plus(CLOCK_TOLERANCE));
    }

    private static Violation unknownForm() {
        return new Violation("", ReasonCode.UNKNOWN_FORM, Severity.ERROR, "The form is not published.");
    }

    private static Violation warning(String path, ReasonCode code, String message) {
        return new Violation(path, code, Severity.WARNING, message);
    }
}
