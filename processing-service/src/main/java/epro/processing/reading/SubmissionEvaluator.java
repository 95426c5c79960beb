package epro.processing.reading;

import epro.processing.form.CompiledForm;
import epro.processing.form.Forms;
import epro.processing.form.ReasonCode;
import epro.processing.form.Severity;
import epro.processing.form.Validation;
import epro.processing.form.Violation;
import epro.processing.harm.HarmReader;
import epro.processing.harm.HarmReading;
import epro.schemas.event.Completeness;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds a submission against its form, and reads it for harm whatever the form says. */
@Component
final class SubmissionEvaluator {
    private static final Set<ReasonCode> NOT_THERE = Set.of(ReasonCode.REQUIRED, ReasonCode.TOO_FEW);

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
        return switch (forms.find(event.getFormId(), event.getFormVersion(), DeviceClock.inForceAt(submission))) {
            case Forms.Known(CompiledForm form, boolean versionAssumed) -> validate(submission, form, versionAssumed);
            case Forms.Unknown() -> withoutForm(submission);
        };
    }

    private Read withoutForm(Submission submission) {
        List<Violation> reasons = new ArrayList<>();
        reasons.add(unknownForm());
        clock(submission, Optional.empty()).ifPresent(reasons::add);
        SubmissionReceived event = submission.event();
        return new Read(
                new Evaluation.Invalid(event.getFormVersion(), true, reasons),
                harm.read(null, submission.answers(), List.of(), event.getLanguage()));
    }

    private Read validate(Submission submission, CompiledForm form, boolean versionAssumed) {
        Validation validation = form.validate(answers(submission, form));
        List<Violation> violations = counted(submission, validation.violations());
        boolean rejected = violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
        if (versionAssumed) {
            violations.add(warning(
                    "formVersion", ReasonCode.VERSION_ASSUMED, "No version was given: the one in force was taken."));
        }
        clock(submission, form.window()).ifPresent(violations::add);
        Evaluation evaluation = rejected
                ? new Evaluation.Invalid(form.version(), false, violations)
                : new Evaluation.Valid(form.version(), validation.cleaned(), validation.cleanings(), violations);
        String language = submission.event().getLanguage();
        return new Read(evaluation, harm.read(form, validation.cleaned(), validation.violations(), language));
    }

    private static JsonValue.Members answers(Submission submission, CompiledForm form) {
        boolean fromFhir = submission.event().getDocument() != null;
        return fromFhir ? form.shaped(submission.answers()) : submission.answers();
    }

    /** Who has stopped before the end says so: what is not there is not missed. */
    private static List<Violation> counted(Submission submission, List<Violation> violations) {
        boolean partial = submission.event().getCompleteness() == Completeness.PARTIAL;
        return violations.stream()
                .filter(violation -> !partial || !NOT_THERE.contains(violation.code()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<Violation> clock(Submission submission, Optional<Duration> window) {
        return DeviceClock.isSuspect(submission, window)
                ? Optional.of(warning(
                        "completedAt",
                        ReasonCode.CLOCK_SUSPECT,
                        "The device's time is malformed, ahead, or longer ago than the form's window."))
                : Optional.empty();
    }

    private static Violation unknownForm() {
        return new Violation("", ReasonCode.UNKNOWN_FORM, Severity.ERROR, "The form is not published.");
    }

    private static Violation warning(String path, ReasonCode code, String message) {
        return new Violation(path, code, Severity.WARNING, message);
    }
}
