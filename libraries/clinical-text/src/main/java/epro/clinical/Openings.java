package epro.clinical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a phrase can begin with: by it the few phrases are chosen that are tried at a place of a text. Rather too short than
 * wrong: where a phrase says what may be left out or stand again, its opening ends.
 */
final class Openings {
    private static final int LENGTH = 3;
    private static final String SPECIAL = "\\[.*+{~<^$";
    private static final Pattern OPEN_END = Pattern.compile(" ?~|.\\{");
    private static final Pattern GLANCE = Pattern.compile("\\(\\?[=!<]");
    private static final String ANYTHING = "";

    private Openings() {}

    /** One to three characters each; a phrase has to begin with letters, digits, or a choice of them. */
    static Set<String> of(String phrase) {
        if (hasOpenChoice(phrase)) {
            throw new IllegalArgumentException("a choice must stand in parentheses: " + phrase);
        }
        Set<String> openings = of(phrase, LENGTH);
        if (openings.contains(ANYTHING)) {
            throw new IllegalArgumentException("a phrase must begin with letters: " + phrase);
        }
        return openings;
    }

    private static boolean hasOpenChoice(String phrase) {
        int depth = 0;
        for (int at = 0; at < phrase.length(); at++) {
            char character = phrase.charAt(at);
            at = character == '[' ? phrase.indexOf(']', at) : at;
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 && character == '|') {
                return true;
            }
        }
        return false;
    }

    /** As {@link #of(String)}, of at most this length; an empty one means anything. */
    static Set<String> of(String phrase, int length) {
        if (length == 0 || phrase.isEmpty() || OPEN_END.matcher(phrase).lookingAt()) {
            return Set.of(ANYTHING);
        }
        if (GLANCE.matcher(phrase).lookingAt()) {
            return of(phrase.substring(choices(phrase, new ArrayList<>())), length);
        }
        if (phrase.charAt(0) == '(') {
            return ofChoice(phrase.replaceFirst("^\\(\\?:", "("), length);
        }
        if (SPECIAL.indexOf(phrase.charAt(0)) >= 0) {
            return ofSpecial(phrase);
        }
        boolean optional = phrase.startsWith("?", 1);
        String rest = phrase.substring(optional ? 2 : 1);
        Set<String> openings = new HashSet<>(optional ? of(rest, length) : Set.of());
        of(rest, length - 1).forEach(next -> openings.add(phrase.charAt(0) + next));
        return openings;
    }

    private static Set<String> ofSpecial(String phrase) {
        if (phrase.startsWith("\\d")) {
            return Set.of("0123456789".split(""));
        }
        boolean quoted = phrase.charAt(0) == '\\' && !Character.isLetterOrDigit(phrase.charAt(1));
        return Set.of(quoted ? phrase.substring(1, 2) : ANYTHING);
    }

    private static Set<String> ofChoice(String phrase, int length) {
        List<String> choices = new ArrayList<>();
        int at = choices(phrase, choices);
        if (phrase.startsWith("{", at) || phrase.startsWith("*", at)) {
            return Set.of(ANYTHING);
        }
        boolean optional = phrase.startsWith("?", at);
        String rest = phrase.substring(optional ? at + 1 : at);
        Set<String> openings = new HashSet<>(optional ? of(rest, length) : Set.of());
        choices.forEach(choice -> openings.addAll(of(choice + rest, length)));
        return openings;
    }

    /** Gathers the choices of the parentheses at the beginning, and tells where those end. */
    private static int choices(String phrase, List<String> choices) {
        int depth = 0;
        int from = 1;
        int at = 0;
        do {
            at = phrase.charAt(at) == '[' ? phrase.indexOf(']', at) : at;
            char character = phrase.charAt(at++);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && character == '|')) {
                choices.add(phrase.substring(from, at - 1));
                from = at;
            }
        } while (depth > 0);
        return at;
    }
}
