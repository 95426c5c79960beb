package epro.clinical;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the phrase files expect it: half width, small letters, straight quotes, single spaces, simplified Chinese; each
 * of its characters knows where it comes from.
 */
final class NormalText {
    /** No character of a language read here becomes more than this many. */
    private static final int EXPANSION = 3;

    private final StringBuilder characters;
    private int[] origins;

    NormalText(int capacity) {
        characters = new StringBuilder(capacity);
        origins = new int[capacity + 1];
    }

    /** Folds what differs in writing only. */
    static NormalText of(String raw) {
        NormalText text = new NormalText(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            text.fold(raw.charAt(at), at);
        }
        text.end(raw.length());
        return text;
    }

    /** Adds characters that all come from the same place. */
    void append(String added, int origin) {
        for (int i = 0; i < added.length(); i++) {
            append(added.charAt(i), origin);
        }
    }

    /** Says where the text that this one comes from ends. */
    void end(int origin) {
        origins[characters.length()] = origin;
    }

    /** Where a character, or the end, comes from. */
    int origin(int position) {
        return origins[position];
    }

    @Override
    public String toString() {
        return characters.toString();
    }

    private void fold(char character, int origin) {
        if (Character.isWhitespace(character) || character == '\u00A0' || character == '\u3000') {
            space(character == '\n' ? '\n' : ' ', origin);
        } else if (character < 0x80 || (character >= 0x3040 && character < 0xF900)) {
            append(Traditional.simplified(Character.toLowerCase(character)), origin);
        } else if (Character.getType(character) != Character.FORMAT) {
            String plain = Normalizer.normalize(plain(character), Normalizer.Form.NFKC);
            append(plain.length() > EXPANSION ? " " : plain, origin);
        }
    }

    private void space(char space, int origin) {
        int last = characters.length() - 1;
        boolean afterSpace = last >= 0 && Character.isWhitespace(characters.charAt(last));
        if (!afterSpace) {
            append(space, origin);
        } else if (space == '\n') {
            characters.setCharAt(last, space);
        }
    }

    private void append(char character, int origin) {
        if (characters.length() + 1 >= origins.length) {
            origins = Arrays.copyOf(origins, 2 * origins.length + 16);
        }
        origins[characters.length()] = origin;
        characters.append(character);
    }

    private static String plain(char character) {
        return switch (character) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4' -> "'";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> "-";
            case '\u201C', '\u201D' -> "\"";
            case '\u2026', '\u22EF' -> ".";
            default -> String.valueOf(Character.toLowerCase(character));
        };
    }
}
