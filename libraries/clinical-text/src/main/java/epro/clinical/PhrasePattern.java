package epro.clinical;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase as it is written in the phrase files: a regular expression in which every repetition is bounded.
 *
 * <ul>
 *   <li>{@code ~} is a gap of at most three English words or six Chinese characters, {@code ~~} twice that; none of
 *       them denies or turns the sentence
 *   <li>{@code *} after a letter is any ending of the word
 *   <li>{@code <name>} is one of the words that the file calls so
 * </ul>
 *
 * @param openings what the text must begin with for the phrase to stand there, one to three characters each
 */
record PhrasePattern(Pattern pattern, Set<String> openings) {
    /** No phrase is longer, so that finding is linear in the text. */
    static final int LONGEST = 160;

    private static final Pattern SET = Pattern.compile("<([a-z\\u4E00-\\u9FFF-]+)>");
    private static final Pattern CHOICE_BEHIND_GAP = Pattern.compile("~ (?=\\((?!\\?))");
    private static final int WORDS = 3;
    private static final int CHARACTERS = 6;
    private static final String WORD =
            "(?:(?!n(?:o|ot|ever|owhere|or)\\b|without\\b|but\\b)[^\\s,.;:!?']{1,20}(?:'[a-su-z]{1,2})?";
    private static final String CHARACTER = "[^不没无未非但,.;:!?。、\\n]";

    static PhrasePattern of(String phrase, Map<String, String> sets) {
        String named = SET.matcher(phrase).replaceAll(name -> Matcher.quoteReplacement(set(name, sets)));
        String expression = named.chars().anyMatch(PhrasePattern::isChinese) ? chinese(named) : english(named);
        return new PhrasePattern(Pattern.compile(expression), Openings.of(named));
    }

    static boolean isChinese(int character) {
        return character >= 0x2E80;
    }

    private static String set(MatchResult name, Map<String, String> sets) {
        String words = sets.get(name.group(1));
        if (words == null) {
            throw new IllegalArgumentException("no words are called <" + name.group(1) + ">");
        }
        return "(" + words + ")";
    }

    private static String english(String phrase) {
        return endings(guarded(phrase)
                        .replace(" ~~", "(?: " + WORD + ")){0," + 2 * WORDS + "}")
                        .replace(" ~", "(?: " + WORD + ")){0," + WORDS + "}")
                        .replace("~~ ", WORD + " ){0," + 2 * WORDS + "}")
                        .replace("~ ", WORD + " ){0," + WORDS + "}"))
                + "(?![a-z0-9])";
    }

    /** After a gap a glance at the next letter spares most of the choices behind it. */
    private static String guarded(String phrase) {
        return CHOICE_BEHIND_GAP
                .matcher(phrase)
                .replaceAll(gap -> Matcher.quoteReplacement(gap.group() + guard(phrase.substring(gap.end()))));
    }

    private static String guard(String choice) {
        Set<String> letters = Openings.of(choice, 1);
        boolean plain = letters.stream().allMatch(letter -> letter.matches("[a-z0-9]"));
        return plain ? "(?=[" + String.join("", letters) + "])" : "";
    }

    private static String chinese(String phrase) {
        return endings(phrase.replace("~~", CHARACTER + "{0," + 2 * CHARACTERS + "}")
                .replace("~", CHARACTER + "{0," + CHARACTERS + "}"));
    }

    private static String endings(String phrase) {
        return phrase.replaceAll("(?<=[a-z'])\\*", "[a-z']{0,12}");
    }
}
