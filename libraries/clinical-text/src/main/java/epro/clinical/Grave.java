package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What silences a thought of self-harm. It is better heard once too often: fear, hope, a question, a joke and "it is over"
 * do not silence it, and the rest only from within the same commas.
 */
final class Grave {
    private static final Set<Kind> WRITER = EnumSet.of(Kind.SELF, Kind.STATED);

    private Grave() {}

    /** A denial of something else, behind which the writer begins anew, denies nothing: without my children I would. */
    static boolean isDenied(Passage passage) {
        List<Cue> own = passage.ownBefore();
        int denial = own.size() - 1;
        while (denial >= 0 && !own.get(denial).denies()) {
            denial--;
        }
        boolean anew = denial >= 0
                && own.subList(denial, own.size()).stream()
                        .anyMatch(cue -> WRITER.contains(cue.kind())
                                && "i我".indexOf(passage.text().charAt(cue.start())) >= 0);
        return !anew && Negation.denies(passage);
    }

    /** It is another's whose clause it stands in, unless the writer is in it too and tells of no hearsay. */
    static boolean isOther(Passage passage) {
        List<Cue> own = passage.ownBefore();
        int writer = Passage.last(own, WRITER);
        int other = Passage.last(own, EnumSet.of(Kind.OTHER));
        boolean apart = Passage.holds(own, EnumSet.of(Kind.APART)) || Passage.holds(passage.within(), WRITER);
        boolean hearsay = writer < 0 || Passage.holds(own.subList(writer, own.size()), EnumSet.of(Kind.HEARD));
        return (other > writer && hearsay && !apart)
                || Passage.holds(passage.ownBehind(), EnumSet.of(Kind.OTHER_BEHIND));
    }

    static boolean isPast(Passage passage) {
        Set<Kind> past = EnumSet.of(Kind.PAST);
        boolean own = Passage.holds(passage.ownBefore(), past) || Passage.holds(passage.ownBehind(), past);
        return own && Time.isPast(passage);
    }

    /** Only what is said of a drug or in a leaflet, and of people in general. */
    static boolean isAbout(Passage passage) {
        List<Cue> own = passage.ownBefore();
        int about = Passage.last(own, EnumSet.of(Kind.ABOUT));
        return about > Passage.last(own, WRITER) && !Passage.holds(passage.within(), WRITER);
    }
}
