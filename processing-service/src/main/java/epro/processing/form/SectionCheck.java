package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the answers of one section against its items, in the form's order. */
final class SectionCheck {
    private static final Problem ANSWERED_TWICE =
            new Problem(ReasonCode.TOO_MANY, "The item is answered both inside its group's object and outside it.");
    private static final Problem NO_OBJECT = Problem.wrongType("an object with the group's items");

    private final AnswerSheet sheet;
    private final Place place;
    private final Enabling enabling;
    private final Map<String, JsonValue> cleaned = new HashMap<>();
    private int enabledQuestions;

    private SectionCheck(AnswerSheet sheet, Place place) {
        this.sheet = sheet;
        this.place = place;
        this.enabling = Enabling.of(place.enablements(), sheet, place.around());
    }

    /**
     * What came of it.
     *
     * @param cleaned the answers after cleaning, in the order and with the objects they came in
     * @param asksAnything whether any of its questions is enabled
     */
    record Outcome(JsonValue.Members cleaned, boolean anyAnswered, boolean asksAnything) {}

    static Outcome run(Section section, JsonValue.Members answers, Place place, Expectation expectation) {
        AnswerSheet sheet =
                AnswerSheet.of(section, answers, key -> place.findings().stranger(place.path(key)));
        SectionCheck check = new SectionCheck(sheet, place);
        boolean answered = check.items(section.items(), expectation);
        return new Outcome(check.withCleaned(section, answers), answered, check.enabledQuestions > 0);
    }

    private boolean items(List<Item> items, Expectation around) {
        boolean answered = false;
        for (Item item : items) {
            boolean disabled = around == Expectation.DISABLED || !enabling.isEnabled(item);
            answered |= item(item, disabled ? Expectation.DISABLED : around);
        }
        return answered;
    }

    private boolean item(Item item, Expectation expectation) {
        return switch (item) {
            case Item.Display _ -> false;
            case Item.Question question -> question(question, expectation);
            case Item.Group group
            when group.repeats() ->
                hold(group.linkId(), group.occurrence(), new RowsCheck(group, inside(), expectation), expectation);
            case Item.Group group -> group(group, expectation);
        };
    }

    private Place inside() {
        return new Place(place.prefix(), place.findings(), place.enablements(), enabling);
    }

    private boolean question(Item.Question question, Expectation expectation) {
        String linkId = question.linkId();
        ItemCheck check = new QuestionCheck(question, place.path(linkId), place.findings(), expectation);
        boolean answered = hold(linkId, question.occurrence(), check, expectation);
        return items(question.items(), expectation.onlyIf(answered)) || answered;
    }

    private boolean hold(String linkId, Occurrence occurrence, ItemCheck check, Expectation expectation) {
        boolean enabled = expectation != Expectation.DISABLED;
        enabledQuestions += enabled ? 1 : 0;
        if (sheet.answeredTwice(linkId)) {
            place.findings().problem(place.path(linkId), ANSWERED_TWICE, occurrence.severity());
            return enabled;
        }
        boolean answered = check.run(sheet.answer(linkId));
        check.cleaned().ifPresent(value -> cleaned.put(linkId, value));
        return answered;
    }

    private boolean group(Item.Group group, Expectation expectation) {
        Presence wrapper = Presence.of(sheet.answer(group.linkId()));
        Expectation inside = expectation.onlyIf(wrapper != Presence.EXCUSED);
        int before = enabledQuestions;
        boolean answered = items(group.section().items(), inside);
        boolean excused = inside != Expectation.ASKED || enabledQuestions == before;
        Problem problem = wrapper == Presence.ANSWERED
                ? expectation.rather(NO_OBJECT)
                : group.occurrence().judge(answered ? 1 : 0, excused);
        if (problem != null) {
            place.findings()
                    .problem(
                            place.path(group.linkId()),
                            problem,
                            group.occurrence().severity());
        }
        return answered;
    }

    private JsonValue.Members withCleaned(Section level, JsonValue.Members answers) {
        Map<String, JsonValue> result = new LinkedHashMap<>();
        answers.values().forEach((key, value) -> result.put(key, withCleaned(level, key, value)));
        return new JsonValue.Members(result);
    }

    private JsonValue withCleaned(Section level, String key, JsonValue value) {
        return switch (level.reachable().get(key)) {
            case null -> value;
            case Item.Group group
            when !group.repeats() ->
                AnswerSheet.isWrapper(value) ? withCleaned(group.section(), (JsonValue.Members) value) : value;
            case Item _ -> cleaned.getOrDefault(key, value);
        };
    }
}
