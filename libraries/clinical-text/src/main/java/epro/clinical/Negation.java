package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a text denies what stands in it. Before the hit a denial reaches to the next comma, and over it only in a list
 * that shows its end ("or", 等): patients write "no fever, chest pain" and mean the pain. Two denials, one of which denies a
 * statement, make a report. Behind the hit a plain answer such as ": none" denies it.
 */
final class Negation {
    private static final Set<Kind> ANSWERS = EnumSet.of(Kind.DENIED, Kind.DENIED_ALL);
    private static final int ANSWER_WITHIN = 45;
    private static final int CHINESE_ANSWER_WITHIN = 12;

    private Negation() {}

    static boolean denies(Passage passage) {
        return deniesBefore(passage) || deniesBehind(passage);
    }

    private static boolean deniesBefore(Passage passage) {
        List<Cue> reaching = passage.reaching();
        int segment = passage.segmentStart();
        int flips = 0;
        boolean denied = false;
        for (Cue cue : reaching) {
            flips += cue.kind() == Kind.FLIP ? 1 : 0;
            denied |= cue.start() >= segment && cue.denies();
        }
        return (flips % 2 == 1) != (denied || DeniedList.holds(passage));
    }

    private static boolean deniesBehind(Passage passage) {
        for (Cue cue : passage.following()) {
            if (ANSWERS.contains(cue.kind())) {
                return answers(passage, cue);
            }
            if (cue.kind() == Kind.CONFIRMED) {
                return false;
            }
        }
        return false;
    }

    private static boolean answers(Passage passage, Cue answer) {
        String between = passage.text().substring(passage.end(), answer.start());
        boolean chinese = PhrasePattern.isChinese(passage.text().charAt(answer.start()));
        boolean near = between.length() <= (chinese ? CHINESE_ANSWER_WITHIN : ANSWER_WITHIN);
        return near
                && (answer.kind() == Kind.DENIED_ALL
                        || between.strip().replaceAll("^的话,|^[,:?(]", "").indexOf(',') < 0);
    }
}
