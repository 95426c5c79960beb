package epro.processing.assessment;

import epro.processing.harm.FreeText;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Texts as they wait in their column. */
final class TextJson {
    private static final Limits LIMITS = new Limits(8, 4_000_000, 100);

    private TextJson() {}

    static String write(List<FreeText> texts) {
        return CanonicalJson.write(new JsonValue.Items(texts.stream()
                .<JsonValue>map(text -> new JsonValue.Members(Map.of(
                        "path",
                        new JsonValue.Text(storable(text.path())),
                        "text",
                        new JsonValue.Text(storable(text.text())))))
                .toList()));
    }

    /** The database keeps no U+0000 that could be read back. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    static List<Text> read(String json) {
        JsonValue read = StrictJson.read(json.getBytes(StandardCharsets.UTF_8), LIMITS);
        return ((JsonValue.Items) read)
                .values().stream()
                        .map(value -> ((JsonValue.Members) value).values())
                        .map(text -> new Text(member(text, "path"), member(text, "text")))
                        .toList();
    }

    private static String member(Map<String, JsonValue> text, String name) {
        return ((JsonValue.Text) java.util.Objects.requireNonNull(text.get(name))).value();
    }
}
