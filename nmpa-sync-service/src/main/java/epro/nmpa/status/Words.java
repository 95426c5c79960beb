package epro.nmpa.status;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Register texts without differences of spelling. */
final class Words {
    private static final Pattern GAPS = Pattern.compile("[\\s_]+");
    private static final Pattern IDLE_GAPS = Pattern.compile(" ?([()/]) ?|(?<=\\p{IsHan}) | (?=\\p{IsHan})");

    private Words() {}

    /** In half width and small letters, with single spaces and none beside brackets, slashes and Chinese characters. */
    static String plain(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String spaced = GAPS.matcher(narrow).replaceAll(" ");
        return IDLE_GAPS.matcher(spaced).replaceAll("$1").strip();
    }
}
