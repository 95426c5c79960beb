package epro.processing.harm;

import epro.processing.form.ItemMeaning;
import epro.schemas.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a patient wrote in own words, however deep in an answer it stands. */
final class Words {
    /** Parts of answers that nobody writes. */
    private static final Set<String> NOT_WRITTEN = Set.of(
            "code", "system", "unit", "missing", "reference", "contentType", "url", "data", "hash", "size", "creation");

    private Words() {}

    /** Of an answer that its form takes: no option that was chosen, no unit. */
    static List<String> in(JsonValue answer, ItemMeaning meaning) {
        return switch (meaning.kind()) {
            case FREE_TEXT -> everywhereIn(answer);
            case OPEN_CHOICE ->
                written(answer).filter(text -> meaning.choice(text).isEmpty()).toList();
            case OTHER -> List.of();
        };
    }

    /** Of an answer of which nothing is known. */
    static List<String> everywhereIn(JsonValue answer) {
        return written(answer).toList();
    }

    private static Stream<String> written(JsonValue answer) {
        return switch (answer) {
            case JsonValue.Text(String text) -> text.isBlank() ? Stream.empty() : Stream.of(text);
            case JsonValue.Items(var elements) -> elements.stream().flatMap(Words::written);
            case JsonValue.Members(var members) ->
                members.entrySet().stream()
                        .filter(member -> isWritten(member.getKey(), members))
                        .flatMap(member -> written(member.getValue()));
            case JsonValue.NumberText _, JsonValue.Flag _, JsonValue.Null _ -> Stream.empty();
        };
    }

    /** What is displayed for a code is the form's word. */
    private static boolean isWritten(String name, Map<String, JsonValue> members) {
        return !NOT_WRITTEN.contains(name) && !(name.equals("display") && members.containsKey("code"));
    }
}
