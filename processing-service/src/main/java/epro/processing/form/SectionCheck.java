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

    private final AnswerSheet sheet;
    private final String prefix;
    private final Findings findings;
    private final Map<String, JsonValue> cleaned = new HashMap<>();

    private SectionCheck(AnswerSheet sheet, String prefix, Findings findings) {
        this.sheet = sheet;
        this.prefix = prefix;
        this.findings = findings;
    }

    /** The answers after cleaning, in the order and with the objects they came in, and whether there were any. */
    record Outcome(JsonValue.Members cleaned, boolean anyAnswered) {}

    /** @param expected whether what is required is to be there */
    static Outcome run(Section section, JsonValue.Members answers, String prefix, Findings findings, boolean expected) {
        AnswerSheet sheet = AnswerSheet.of(section, answers, key -> findings.stranger(prefix + key));
        SectionCheck check = new SectionCheck(sheet, prefix, findings);
        boolean answered = check.items(section.items(), expected);
        return new Outcome(check.withCleaned(section, answers), answered);
    }

    private boolean items(List<Item> items, boolean expected) {
        boolean answered = false;
        for (Item item : items) {
            answered |= switch (item) {
                case Item.Display _ -> false;
                case Item.Question question -> question(question, expected);
                case Item.Group group
                when group.repeats() ->
                    hold(
                            group.linkId(),
                            group.occurrence(),
                            new RowsCheck(group, prefix + group.linkId(), findings),
                            expected);
                case Item.Group group -> group(group, expected);
            };
        }
        return answered;
    }

    private boolean question(Item.Question question, boolean expected) {
        String linkId = question.linkId();
        ItemCheck check = new QuestionCheck(question, prefix + linkId, findings);
        boolean answered = hold(linkId, question.occurrence(), check, expected);
        return items(question.items(), expected && answered) || answered;
    }

    private boolean hold(String linkId, Occurrence occurrence, ItemCheck check, boolean expected) {
        if (sheet.answeredTwice(linkId)) {
            findings.problem(prefix + linkId, ANSWERED_TWICE, occurrence.severity());
            return true;
        }
        boolean answered = check.run(sheet.answer(linkId), expected);
        check.cleaned().ifPresent(value -> cleaned.put(linkId, value));
        return answered;
    }

    private boolean group(Item.Group group, boolean expected) {
        Presence wrapper = Presence.of(sheet.answer(group.linkId()));
        boolean excused = wrapper == Presence.EXCUSED || !expected;
        boolean answered = items(group.section().items(), !excused);
        Problem problem = wrapper == Presence.ANSWERED
                ? Problem.wrongType("an object with the group's items")
                : group.occurrence().judge(answered ? 1 : 0, excused);
        if (problem != null) {
            findings.problem(
                    prefix + group.linkId(), problem, group.occurrence().severity());
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
