package epro.schemas.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over one document. */
class StrictReading {

    private final JsonParser parser;
    private final Limits limits;

    StrictReading(JsonParser parser, Limits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    JsonValue document() {
        JsonValue value = value(next(), 0);
        if (hasMore()) {
            throw new InvalidJson("trailing-content", "");
        }
        return value;
    }

    private JsonValue value(JsonToken token, int depth) {
        return switch (token) {
            case START_OBJECT -> members(deeper(depth));
            case START_ARRAY -> items(deeper(depth));
            case VALUE_STRING -> new JsonValue.Text(checked(text()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(text());
            case VALUE_TRUE -> new JsonValue.Flag(true);
            case VALUE_FALSE -> new JsonValue.Flag(false);
            case VALUE_NULL -> new JsonValue.Null();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw invalid("malformed-json");
        };
    }

    private JsonValue members(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = checked(parser.currentName());
            if (members.containsKey(name)) {
                throw invalid("duplicate-key");
            }
            members.put(name, value(next(), depth));
        }
        return new JsonValue.Members(members);
    }

    private JsonValue items(int depth) {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token, depth));
        }
        return new JsonValue.Items(items);
    }

    /** A value's text is read only when it is asked for, and so is what is wrong with it. */
    private String text() {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw invalid("malformed-json");
        }
    }

    private JsonValue number(String text) {
        if (Character.isLetter(text.charAt(text.length() - 1))) {
            throw invalid("not-a-number");
        }
        if (text.length() > limits.numberDigitsMax() && digits(text) > limits.numberDigitsMax()) {
            throw invalid("number-too-long");
        }
        return new JsonValue.NumberText(text);
    }

    /** The text as it is to be taken, once it was found to be one that may be. */
    String checked(String text) {
        if (isLongerThan(limits.stringBytesMax(), text)) {
            throw invalid("string-too-long");
        }
        if (text.indexOf('\0') >= 0) {
            throw invalid("nul-character");
        }
        if (hasLoneSurrogate(text)) {
            throw invalid("lone-surrogate");
        }
        return text;
    }

    private static long digits(String number) {
        return number.chars().filter(Character::isDigit).count();
    }

    /** No UTF-16 unit has more than three bytes in UTF-8, so that most texts need not be counted. */
    private static boolean isLongerThan(int bytes, String text) {
        return text.length() > bytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private static boolean hasLoneSurrogate(String text) {
        int point;
        for (int at = 0; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private int deeper(int depth) {
        if (depth == limits.depthMax()) {
            throw invalid("too-deep");
        }
        return depth + 1;
    }

    private JsonToken next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw invalid("malformed-json");
            }
            return token;
        } catch (JacksonException e) {
            throw invalid("malformed-json");
        }
    }

    private boolean hasMore() {
        try {
            return parser.nextToken() != null;
        } catch (JacksonException e) {
            return true;
        }
    }

    private InvalidJson invalid(String code) {
        return new InvalidJson(code, parser.streamReadContext().pathAsPointer().toString());
    }
}
