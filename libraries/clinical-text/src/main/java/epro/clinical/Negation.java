package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text denies what stands in it. Before the hit a denial reaches to the next comma, a list on to its end; two
 * denials, one of which denies a statement, make a report. Behind the hit a plain answer such as ": none" denies it.
 */
final class Negation {
    private static final Set<Kind> DENIALS = EnumSet.of(Kind.NEGATION, Kind.NOT);
    private static final Set<Kind> ASSERTIONS = EnumSet.of(
            Kind.SELF,
            Kind.STATED,
            Kind.DATED,
            Kind.NOW,
            Kind.AGAIN,
            Kind.CONFIRMED,
            Kind.NOT,
            Kind.OTHER,
            Kind.RESOLVED);
    private static final Set<Kind> ANSWERS = EnumSet.of(Kind.DENIED, Kind.DENIED_ALL);
    private static final int ANSWER_WITHIN = 45;
    private static final int CHINESE_ANSWER_WITHIN = 12;

    /** An element of a list and no clause: a few words, of which the last may follow "or". */
    private static final Pattern LISTED =
            Pattern.compile("(?:[a-z0-9' -]{0,30} (?:or|nor)|(?: ?(?:any|or|nor|and))?)? ?");

    private static final Pattern LIST_GOES_ON = Pattern.compile(
            "(?: (?:and|or|nor)[a-z' -]{0,40}| either| at all| whatsoever| today| this week)? ?(?:,.*|、.*|等.*)?");

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
            denied |= cue.start() >= segment && DENIALS.contains(cue.kind());
        }
        return (flips % 2 == 1) != (denied || isListed(passage, reaching, segment));
    }

    /** No comma ends a list such as "no fever, fainting or chest pain". */
    private static boolean isListed(Passage passage, List<Cue> reaching, int segment) {
        int negation = Passage.last(reaching, EnumSet.of(Kind.NEGATION));
        if (negation < 0 || Passage.holds(reaching.subList(negation + 1, reaching.size()), ASSERTIONS)) {
            return false;
        }
        String ahead = passage.text().substring(passage.end(), passage.to());
        String since = passage.text().substring(reaching.get(negation).end(), passage.start());
        return LISTED.matcher(passage.text().substring(segment, passage.start()))
                        .matches()
                && LIST_GOES_ON.matcher(ahead).matches()
                && since.length() < 100;
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
