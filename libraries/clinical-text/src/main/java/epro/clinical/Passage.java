package epro.clinical;

import java.util.List;
import java.util.Set;

/**
 * A hit and what is looked at around it: the cues of its sentence, near enough to mean it.
 *
 * @param text in which it stands, normal
 * @param concept that was found
 * @param start of the hit
 * @param end of the hit
 * @param from where the look back begins
 * @param to where the look ahead ends
 * @param before cues that stand before the hit, in order, a denial that reaches into it included
 * @param within cues that the hit holds
 * @param behind cues that start after it, in order
 */
record Passage(
        String text,
        String concept,
        int start,
        int end,
        int from,
        int to,
        List<Cue> before,
        List<Cue> within,
        List<Cue> behind) {

    /** The cues before the hit that nothing separates from it, such as "but". */
    List<Cue> reaching() {
        int turn = before.size();
        while (turn > 0 && before.get(turn - 1).kind() != Cue.Kind.TURN) {
            turn--;
        }
        return before.subList(turn, before.size());
    }

    /** The cues behind the hit that nothing separates from it. */
    List<Cue> following() {
        int turn = 0;
        while (turn < behind.size() && behind.get(turn).kind() != Cue.Kind.TURN) {
            turn++;
        }
        return behind.subList(0, turn);
    }

    /** Where the part between commas begins in which the hit stands. */
    int segmentStart() {
        int at = start;
        while (at > from && ",:".indexOf(text.charAt(at - 1)) < 0 && !isBreak(at)) {
            at--;
        }
        return at;
    }

    /** Whether a dash, or in Chinese a space that follows no denial, stands for a comma before a place. */
    private boolean isBreak(int at) {
        if (text.charAt(at - 1) != ' ' || at - 1 <= from) {
            return false;
        }
        boolean chinese = PhrasePattern.isChinese(text.charAt(at - 2))
                && at < text.length()
                && PhrasePattern.isChinese(text.charAt(at));
        return chinese
                ? before.stream().noneMatch(cue -> cue.denies() && cue.end() == at - 1)
                : text.startsWith(" - ", at - 3);
    }

    /** The cues before the hit in its own part between commas. */
    List<Cue> ownBefore() {
        int segment = segmentStart();
        return before.stream().filter(cue -> cue.start() >= segment).toList();
    }

    /** The cues behind the hit in its own part between commas. */
    List<Cue> ownBehind() {
        int comma = text.indexOf(',', end, to);
        return comma < 0
                ? behind
                : behind.stream().filter(cue -> cue.start() < comma).toList();
    }

    /** Whether a comma follows the hit in its sentence. */
    boolean isFollowedByASegment() {
        return text.indexOf(',', end, to) >= 0;
    }

    /** Whether the sentence asks. */
    boolean isQuestion() {
        String rest = text.substring(end, Math.min(text.length(), to + 1)).strip();
        return rest.endsWith("?")
                || rest.replaceAll("[.。!]$", "").endsWith("吗")
                || rest.replaceAll("[.。!]$", "").endsWith("呢");
    }

    /** Whether a cue of these kinds is near, on either side. */
    boolean has(Set<Cue.Kind> kinds) {
        return holds(before, kinds) || holds(behind, kinds);
    }

    static boolean holds(List<Cue> cues, Set<Cue.Kind> kinds) {
        for (Cue cue : cues) {
            if (kinds.contains(cue.kind())) {
                return true;
            }
        }
        return false;
    }

    /** The last of these kinds, or -1. */
    static int last(List<Cue> cues, Set<Cue.Kind> kinds) {
        int at = cues.size() - 1;
        while (at >= 0 && !kinds.contains(cues.get(at).kind())) {
            at--;
        }
        return at;
    }
}
