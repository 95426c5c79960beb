package epro.processing.harm;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One answer and where it stands.
 *
 * @param row what precedes the linkId in the path: empty, or the row of a repeating group such as {@code meals[1].}
 */
record Answered(String row, String linkId, JsonValue value) {
    /** What an answer that is an object may be made of. */
    private static final Set<String> OF_ANSWERS = Set.of(
            "code",
            "system",
            "display",
            "value",
            "unit",
            "missing",
            "text",
            "reference",
            "contentType",
            "url",
            "title");

    String path() {
        return row + linkId;
    }

    /**
     * All answers, one for each element where an item repeats or a list stands for it, with groups taken apart as deep as they go.
     *
     * @param isQuestion whether a linkId is known to be that of a question
     */
    static List<Answered> in(JsonValue.Members answers, Predicate<String> isQuestion) {
        List<Answered> found = new ArrayList<>();
        collect(answers.values(), "", isQuestion, found);
        return found;
    }

    private static void collect(
            Map<String, JsonValue> answers, String row, Predicate<String> isQuestion, List<Answered> found) {
        answers.forEach((linkId, value) -> {
            switch (value) {
                case JsonValue.Members(var members)
                when isGroup(linkId, members, isQuestion) -> collect(members, row, isQuestion, found);
                case JsonValue.Items(var elements) -> collect(elements, row, linkId, isQuestion, found);
                default -> found.add(new Answered(row, linkId, value));
            }
        });
    }

    private static void collect(
            List<JsonValue> elements, String row, String linkId, Predicate<String> isQuestion, List<Answered> found) {
        for (int index = 0; index < elements.size(); index++) {
            JsonValue element = elements.get(index);
            switch (element) {
                case JsonValue.Members(var members)
                when isGroup(linkId, members, isQuestion) ->
                    collect(members, row + linkId + "[" + index + "].", isQuestion, found);
                case JsonValue.Items(var nested)
                when isQuestion.test(linkId) -> collect(nested, row, linkId, isQuestion, found);
                default -> found.add(new Answered(row, linkId, element));
            }
        }
    }

    /**
     * Whether it holds items and is no answer itself. Items may bear any name, {@code text} or {@code value} too: one
     * key that no answer has, or that is known to be a question's, is enough to look inside.
     */
    private static boolean isGroup(String linkId, Map<String, JsonValue> members, Predicate<String> isQuestion) {
        return !isQuestion.test(linkId)
                && members.keySet().stream().anyMatch(key -> isQuestion.test(key) || !OF_ANSWERS.contains(key));
    }

    @Override
    public String toString() {
        return "Answered[" + path() + "]";
    }
}
