package epro.schemas.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * JSON of our own in columns of the database. What stands there was let in once: reading it again never fails on its texts, so
 * that one odd row can't stop whoever meets it.
 */
public final class StoredJson {
    private static final char REPLACEMENT = '\uFFFD';
    private static final Limits WITHOUT_LIMITS = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private StoredJson() {}

    /** The text with U+FFFD for every U+0000 and every lone surrogate, which a column could not give back. */
    public static String storable(String text) {
        boolean sound = text.codePoints().noneMatch(StoredJson::isUnstorable);
        if (sound) {
            return text;
        }
        return text.codePoints()
                .map(point -> isUnstorable(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The document with texts made {@linkplain #storable storable}, however long. */
    public static JsonValue read(String json) {
        try (JsonParser parser = StrictJson.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return new Reading(parser).document();
        }
    }

    private static boolean isUnstorable(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE;
    }

    private static final class Reading extends StrictReading {
        Reading(JsonParser parser) {
            super(parser, WITHOUT_LIMITS);
        }

        @Override
        String checked(String text) {
            return storable(text);
        }
    }
}
