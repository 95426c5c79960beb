package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date, a time or both. */
record MomentRule(MomentKind kind, Bounds<Moment> bounds) implements AnswerRule {
    private static final List<CleaningRule> CLEANING = List.of(CleaningRule.TRIM, CleaningRule.NFC, CleaningRule.ASCII);

    @Override
    public List<String> types() {
        return kind.types();
    }

    @Override
    public List<CleaningRule> cleaning() {
        return CLEANING;
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        Optional<Moment> moment = answer instanceof JsonValue.Text(String text) ? kind.read(text) : Optional.empty();
        if (moment.isEmpty()) {
            return Problem.wrongType(kind.expected());
        }
        return bounds.admits(moment.get()) ? null : bounds.problem();
    }
}
