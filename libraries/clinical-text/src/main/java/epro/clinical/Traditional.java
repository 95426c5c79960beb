package epro.clinical;

import java.util.HashMap;
import java.util.Map;

/** The simplified characters of the phrase files, by the traditional ones of {@code traditional.txt}. */
final class Traditional {
    private static final Map<Character, Character> SIMPLIFIED = read();

    private Traditional() {}

    /** The same character where the phrase files do not write it otherwise. */
    static char simplified(char character) {
        return SIMPLIFIED.getOrDefault(character, character);
    }

    private static Map<Character, Character> read() {
        Map<Character, Character> simplified = new HashMap<>();
        for (String line : PhraseBook.lines("traditional.txt")) {
            for (String pair : line.split(" ", -1)) {
                simplified.put(pair.charAt(0), pair.charAt(1));
            }
        }
        return Map.copyOf(simplified);
    }
}
