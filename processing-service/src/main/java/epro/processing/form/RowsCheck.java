package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the rows of one repeating group against its items. Used once. */
final class RowsCheck implements ItemCheck {
    private static final JsonValue.Members NO_ANSWERS = new JsonValue.Members(Map.of());

    private final Item.Group group;
    private final Place place;
    private final Expectation expectation;
    private final String path;
    private final List<JsonValue> rows = new ArrayList<>();
    private boolean excused;
    private int answered;

    /** @param place of the section that the group stands in */
    RowsCheck(Item.Group group, Place place, Expectation expectation) {
        this.group = group;
        this.place = place;
        this.expectation = expectation;
        this.path = place.path(group.linkId());
    }

    @Override
    public boolean run(@Nullable JsonValue given) {
        excused = Presence.of(given) == Presence.EXCUSED || expectation != Expectation.ASKED;
        switch (given) {
            case null -> {}
            case JsonValue.Items(var elements) -> elements.forEach(this::row);
            case JsonValue value when Presence.of(value) == Presence.ANSWERED -> unlisted();
            case JsonValue _ -> {}
        }
        if (expectation == Expectation.DISABLED) {
            return false;
        }
        Problem problem = group.occurrence().judge(answered, excused);
        if (problem != null && (answered > 0 || asksAnything())) {
            report(path, problem);
        }
        return answered > 0;
    }

    @Override
    public Optional<JsonValue> cleaned() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Items(rows));
    }

    /** Whether a row, if there were one, would have anything to answer. */
    private boolean asksAnything() {
        Place inside = new Place(path + ".", place.findings(), place.enablements(), place.around());
        return SectionCheck.run(group.section(), NO_ANSWERS, inside, Expectation.OPTIONAL)
                .asksAnything();
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
            Place inside = new Place(rowPath + ".", place.findings(), place.enablements(), place.around());
            SectionCheck.Outcome outcome = SectionCheck.run(group.section(), members, inside, ofRows());
            answered += outcome.anyAnswered() ? 1 : 0;
            rows.add(outcome.cleaned());
        } else {
            answered++;
            report(rowPath, Problem.wrongType("an object with the group's items"));
            rows.add(row);
        }
    }

    /** A row that is there is to be whole, whether or not there had to be one. */
    private Expectation ofRows() {
        return expectation == Expectation.DISABLED ? expectation : Expectation.ASKED;
    }

    private void unlisted() {
        answered++;
        report(path, Problem.wrongType("a list of objects with the group's items"));
    }

    private void report(String at, Problem problem) {
        place.findings()
                .problem(at, expectation.rather(problem), group.occurrence().severity());
    }
}
