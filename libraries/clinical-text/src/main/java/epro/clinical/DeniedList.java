package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists that a denial in front of them denies as a whole, over the commas between their elements: "no fever, fainting or chest
 * pain". Nothing but its end, or its heading, shows that "no X, Y" is a list.
 */
final class DeniedList {
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
    private static final int LONGEST = 100;

    /** A word of an element; with one of those left out it would tell of something. */
    private static final String WORD =
            "(?!(?:or|nor|since|for|took|take|maybe|perhaps|with|so|more|less|when|every|worse"
                    + "|in|at|on|during|after)\\b)[a-z'-]{1,15}+";

    private static final String ELEMENT = "(?: ?" + WORD + "(?: " + WORD + "){0,3}+|[^,.a-z很了得在]{1,10})";

    private static final Pattern LISTED = Pattern.compile("(?:" + ELEMENT + ")? ?");

    /** What joins the last of a list to the others, before it. */
    private static final Pattern JOINED =
            Pattern.compile("(?:" + ELEMENT + " )?n?or (?:" + WORD + " ){0,2}|(?:" + ELEMENT + ")?[或及]");

    /** What closes a list, behind one of its elements. */
    private static final Pattern CLOSED = Pattern.compile("(?:," + ELEMENT + "){0,6}?(?:"
            + ",? ?n?or " + WORD
            + "|等(?=[,、]|$|症状|情况|不适|不舒服|现象|问题)"
            + "|[也都均全](?:没有?|无)(?:过|出现|发生)?(?=[,、]|$)"
            + "|,[^,a-z很了得在]{1,8}[和及与跟][^,很了得在]{1,6}$)");

    /** What opens a list: none of these: … */
    private static final Pattern HEADING = Pattern.compile(" ?(?:the following|(?:以下|如下|下列|这些)[^,:]{0,6})?:");

    private DeniedList() {}

    /** Whether the hit is an element of one. */
    static boolean holds(Passage passage) {
        List<Cue> reaching = passage.reaching();
        int negation = Passage.last(reaching, EnumSet.of(Kind.NEGATION));
        if (negation < 0 || Passage.holds(reaching.subList(negation + 1, reaching.size()), ASSERTIONS)) {
            return false;
        }
        int from = reaching.get(negation).end();
        int segment = passage.segmentStart();
        return segment > from && passage.start() - from < LONGEST && isList(passage, from, segment);
    }

    private static boolean isList(Passage passage, int from, int segment) {
        String elements = passage.text().substring(from, segment);
        String own = passage.text().substring(segment, passage.start()).stripLeading();
        Matcher heading = HEADING.matcher(elements);
        boolean headed = heading.lookingAt();
        boolean shown = headed || JOINED.matcher(own).matches() || (isElement(own) && isClosed(passage));
        return shown && areElements(headed ? elements.substring(heading.end()) : elements);
    }

    private static boolean areElements(String text) {
        return Stream.of(text.split("[,、]", -1)).allMatch(DeniedList::isElement);
    }

    private static boolean isElement(String text) {
        return LISTED.matcher(text).matches();
    }

    private static boolean isClosed(Passage passage) {
        Matcher end = CLOSED.matcher(passage.text()).region(passage.end(), passage.to());
        return end.useTransparentBounds(true).lookingAt()
                && passage.behind().stream()
                        .filter(cue -> cue.end() <= end.end())
                        .noneMatch(cue -> ASSERTIONS.contains(cue.kind()));
    }
}
