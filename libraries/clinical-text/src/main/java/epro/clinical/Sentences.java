package epro.clinical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the sentences of a normal text end; a decimal point ends none. */
final class Sentences {
    private final int[] ends;

    private Sentences(int[] ends) {
        this.ends = ends;
    }

    static Sentences of(String text) {
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            if (isEnd(text, at)) {
                ends.add(at);
            }
        }
        return new Sentences(ends.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Index after the end of the sentence before the one in which the position lies. */
    int start(int position) {
        int next = next(position);
        return next == 0 ? 0 : ends[next - 1] + 1;
    }

    /** Index of the character that ends the sentence, or the length of the text. */
    int end(int position, int length) {
        int next = next(position);
        return next == ends.length ? length : ends[next];
    }

    private int next(int position) {
        int found = Arrays.binarySearch(ends, position);
        return found < 0 ? -found - 1 : found;
    }

    private static boolean isEnd(String text, int at) {
        char character = text.charAt(at);
        if (character == '.') {
            return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
        }
        return "。!?;\n".indexOf(character) >= 0;
    }
}
