package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cleans and judges what was given for one question. Used once. */
final class QuestionCheck implements ItemCheck {
    private static final Problem CHANGED =
            new Problem(ReasonCode.NOT_AN_OPTION, "The item is read-only, and the answer is not what the form gives.");

    private final Item.Question question;
    private final String path;
    private final Findings findings;
    private final Expectation expectation;
    private final List<JsonValue> answers = new ArrayList<>();
    private @Nullable JsonValue cleaned;

    QuestionCheck(Item.Question question, String path, Findings findings, Expectation expectation) {
        this.question = question;
        this.path = path;
        this.findings = findings;
        this.expectation = expectation;
    }

    @Override
    public boolean run(@Nullable JsonValue given) {
        boolean excused = Presence.of(given) == Presence.EXCUSED || expectation != Expectation.ASKED;
        if (Presence.of(given) == Presence.ANSWERED) {
            excused |= read(given);
        }
        if (expectation == Expectation.DISABLED) {
            reportDisabled();
            return false;
        }
        report(question.occurrence().judge(answers.size(), excused));
        report(question.rule().judgeTogether(answers));
        return !answers.isEmpty();
    }

    @Override
    public Optional<JsonValue> cleaned() {
        return Optional.ofNullable(cleaned);
    }

    /** Whether all that was given are reasons why there is no answer. */
    private boolean read(@Nullable JsonValue given) {
        return switch (given) {
            case null -> false;
            case JsonValue.Items(var elements) when question.occurrence().repeats() -> each(elements);
            case JsonValue.Items(var elements) when elements.size() > 1 -> several(elements);
            case JsonValue value -> single(value);
        };
    }

    private boolean each(List<JsonValue> elements) {
        List<JsonValue> result = new ArrayList<>();
        boolean excused = false;
        for (JsonValue element : elements) {
            Presence presence = Presence.of(element);
            excused |= presence == Presence.EXCUSED;
            result.add(presence == Presence.ANSWERED ? clean(element) : element);
        }
        cleaned = new JsonValue.Items(result);
        return excused;
    }

    private boolean several(List<JsonValue> elements) {
        answers.addAll(elements);
        return false;
    }

    private boolean single(JsonValue value) {
        if (question.occurrence().repeats()) {
            answers.add(value);
            report(Problem.wrongType("a list"));
        } else {
            cleaned = clean(value);
        }
        return false;
    }

    private JsonValue clean(JsonValue answer) {
        JsonValue value = answer;
        for (CleaningRule rule : question.rule().cleaning()) {
            JsonValue after = rule.change().apply(value);
            if (!after.equals(value)) {
                findings.cleaning(path, rule.name(), value, after);
                value = after;
            }
        }
        answers.add(value);
        Problem problem = question.rule().judge(value);
        report(problem);
        if (problem == null && expectation != Expectation.DISABLED && question.isChanged(value)) {
            findings.problem(path, CHANGED, Severity.WARNING);
        }
        return value;
    }

    private void reportDisabled() {
        if (!answers.isEmpty()) {
            findings.problem(
                    path,
                    Expectation.ANSWERED_THOUGH_DISABLED,
                    question.occurrence().severity());
        }
    }

    /** Of a disabled answer only that it can't be true, if so: whoever reads it for harm has to know. */
    private void report(@Nullable Problem problem) {
        if (problem != null && (expectation != Expectation.DISABLED || problem.code() == ReasonCode.OUT_OF_RANGE)) {
            findings.problem(path, problem, question.occurrence().severity());
        }
    }
}
