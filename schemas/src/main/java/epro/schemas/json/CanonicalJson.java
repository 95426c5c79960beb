package epro.schemas.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One text for one value: members sorted by their names' UTF-16 units, no white space, only those characters escaped that must be,
 * as in RFC 8785, but for numbers, which stay as they were written.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String write(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** SHA-256 of the canonical text in UTF-8, as lower-case hex. */
    public static String hash(JsonValue value) {
        return HexFormat.of().formatHex(sha256().digest(write(value).getBytes(StandardCharsets.UTF_8)));
    }

    private static void append(StringBuilder out, JsonValue value) {
        switch (value) {
            case JsonValue.Text(String text) -> appendText(out, text);
            case JsonValue.NumberText(String text) -> out.append(text);
            case JsonValue.Flag(boolean flag) -> out.append(flag);
            case JsonValue.Null() -> out.append("null");
            case JsonValue.Items(List<JsonValue> items) -> appendItems(out, items);
            case JsonValue.Members(Map<String, JsonValue> members) -> appendMembers(out, members);
        }
    }

    private static void appendItems(StringBuilder out, List<JsonValue> items) {
        String separator = "[";
        for (JsonValue item : items) {
            append(out.append(separator), item);
            separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private static void appendMembers(StringBuilder out, Map<String, JsonValue> members) {
        String separator = "{";
        String[] names = members.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            appendText(out.append(separator), name);
            append(out.append(':'), Objects.requireNonNull(members.get(name)));
            separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            text.codePoints().forEach(point -> appendCharacter(out, point));
        }
        out.append('"');
    }

    /** Most texts are: they are taken as they are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\' || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private static void appendCharacter(StringBuilder out, int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> appendOther(out, point);
        }
    }

    /** A lone surrogate has no UTF-8 form: unescaped, all of them would have the same hash. */
    private static void appendOther(StringBuilder out, int point) {
        if (point < ' ' || Character.getType(point) == Character.SURROGATE) {
            out.append("\\u").append(HexFormat.of().toHexDigits((char) point));
        } else {
            out.appendCodePoint(point);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
