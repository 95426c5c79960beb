package epro.clinical;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts slips of the pen right where a keyword of the phrase files was meant: one letter too many, too few, wrong or
 * swapped in a long English word, a missing space, a Chinese character that sounds or looks alike.
 *
 * <p>A word that is right as it stands is never touched: the file {@code spelling.txt} lists those one letter away
 * from a keyword. Linear in the text.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int SHORTEST_PAIR = 11;
    private static final int LONGEST = 16;
    private static final int LONGEST_CHINESE = 4;

    private final Set<String> words = new HashSet<>();
    private final Map<String, String> respelt = new HashMap<>();
    private final Map<String, String> shortened = new HashMap<>();

    private Spelling() {}

    /** By {@code spelling.txt}: keywords, {@code = right words}, {@code right > wrong wrong}. */
    static Spelling read() {
        Spelling spelling = new Spelling();
        for (String line : PhraseBook.lines("spelling.txt")) {
            String[] parts = line.split(" > ", 2);
            if (parts.length == 1) {
                spelling.words.addAll(Set.of(line.replaceFirst("^= ", "").split(" ", -1)));
            }
            if (parts.length == 1 && !line.startsWith("= ")) {
                spelling.learn(line.split(" ", -1));
            } else if (parts.length == 2) {
                spelling.respell(parts[0], parts[1].split(" ", -1));
            }
        }
        return spelling;
    }

    NormalText correct(NormalText text) {
        String written = text.toString();
        NormalText corrected = new NormalText(written.length());
        int at = 0;
        while (at < written.length()) {
            int end = unit(written, at);
            String unit = written.substring(at, end);
            String right = respelt.getOrDefault(unit, unit);
            if (right.equals(unit)) {
                right = unit.length() >= SHORTEST ? nearest(unit) : unit;
            }
            if (right.equals(unit)) {
                copy(text, unit, at, corrected);
            } else {
                corrected.append(right, text.origin(at));
            }
            at = end;
        }
        corrected.end(text.origin(written.length()));
        return corrected;
    }

    private static void copy(NormalText text, String unit, int at, NormalText corrected) {
        for (int i = 0; i < unit.length(); i++) {
            corrected.append(unit.substring(i, i + 1), text.origin(at + i));
        }
    }

    /** An English word, a Chinese one that is known to be misspelt, or a single character. */
    private int unit(String text, int at) {
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        for (int length = LONGEST_CHINESE; end == at && length > 1; length--) {
            if (at + length <= text.length() && respelt.containsKey(text.substring(at, at + length))) {
                end = at + length;
            }
        }
        return Math.max(end, at + 1);
    }

    private String nearest(String word) {
        if (word.length() > LONGEST || words.contains(word)) {
            return word;
        }
        String added = shortened.get(word);
        String found = isMeant(word, added) ? added : null;
        for (int i = 0; i < word.length() && found == null; i++) {
            String keyword = shortened.get(word.substring(0, i) + word.substring(i + 1));
            found = isMeant(word, keyword) ? keyword : null;
        }
        return found == null ? split(word) : found;
    }

    private static boolean isMeant(String word, @Nullable String keyword) {
        return keyword != null && word.length() + keyword.length() >= SHORTEST_PAIR && isOneSlipAway(word, keyword);
    }

    private String split(String word) {
        for (String first : new String[] {"no", "my", "in", "the", "high", "chest"}) {
            String rest = word.startsWith(first) ? word.substring(first.length()) : "";
            if (rest.length() >= 4 && words.contains(rest)) {
                return first + " " + rest;
            }
        }
        return word;
    }

    private void learn(String... keywords) {
        for (String keyword : keywords) {
            for (int i = 0; i <= keyword.length() && keyword.length() >= SHORTEST; i++) {
                String without = i == keyword.length() ? keyword : keyword.substring(0, i) + keyword.substring(i + 1);
                shortened.putIfAbsent(without, keyword);
            }
        }
    }

    private void respell(String right, String... alike) {
        if (!PhrasePattern.isChinese(right.charAt(0))) {
            Set.of(alike).forEach(wrong -> respelt.put(wrong, right));
            return;
        }
        for (String characters : alike) {
            int place = right.indexOf(characters.charAt(0));
            for (char wrong : characters.substring(1).toCharArray()) {
                respelt.put(right.substring(0, place) + wrong + right.substring(place + 1), right);
            }
        }
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z';
    }

    /** Whether one letter added, left out, replaced or swapped with the next makes one word the other. */
    private static boolean isOneSlipAway(String word, String keyword) {
        int same = 0;
        while (same < Math.min(word.length(), keyword.length()) && word.charAt(same) == keyword.charAt(same)) {
            same++;
        }
        String left = word.substring(same);
        String right = keyword.substring(same);
        return tail(left, 1).equals(tail(right, 1))
                || tail(left, 1).equals(right)
                || left.equals(tail(right, 1))
                || isSwapped(left, right);
    }

    private static boolean isSwapped(String left, String right) {
        return left.length() > 1
                && left.length() == right.length()
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && tail(left, 2).equals(tail(right, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
