package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the rows of one repeating group against its items. Used once. */
final class RowsCheck implements ItemCheck {
    private final Item.Group group;
    private final String path;
    private final Findings findings;
    private final List<JsonValue> rows = new ArrayList<>();
    private boolean excused;
    private int answered;

    RowsCheck(Item.Group group, String path, Findings findings) {
        this.group = group;
        this.path = path;
        this.findings = findings;
    }

    @Override
    public boolean run(@Nullable JsonValue given, boolean expected) {
        excused = Presence.of(given) == Presence.EXCUSED || !expected;
        switch (given) {
            case null -> {}
            case JsonValue.Items(var elements) -> elements.forEach(this::row);
            case JsonValue value when Presence.of(value) == Presence.ANSWERED -> unlisted();
            case JsonValue _ -> {}
        }
        Problem problem = group.occurrence().judge(answered, excused);
        if (problem != null) {
            report(path, problem);
        }
        return answered > 0;
    }

    @Override
    public Optional<JsonValue> cleaned() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Items(rows));
    }

    private void row(JsonValue row) {
        Presence presence = Presence.of(row);
        excused |= presence == Presence.EXCUSED;
        if (presence != Presence.ANSWERED) {
            rows.add(row);
            return;
        }
        String rowPath = path + "[" + rows.size() + "]";
        if (row instanceof JsonValue.Members members) {
            SectionCheck.Outcome outcome = SectionCheck.run(group.section(), members, rowPath + ".", findings, true);
            answered += outcome.anyAnswered() ? 1 : 0;
            rows.add(outcome.cleaned());
        } else {
            answered++;
            report(rowPath, Problem.wrongType("an object with the group's items"));
            rows.add(row);
        }
    }

    private void unlisted() {
        answered++;
        report(path, Problem.wrongType("a list of objects with the group's items"));
    }

    private void report(String place, Problem problem) {
        findings.problem(place, problem, group.occurrence().severity());
    }
}
