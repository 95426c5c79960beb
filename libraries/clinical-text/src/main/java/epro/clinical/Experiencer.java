package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whose symptom it is: of the person named last before it, else the patient's. Who only reports it does not count. */
final class Experiencer {
    private static final Set<Kind> SUBJECTS = EnumSet.of(Kind.SELF, Kind.STATED, Kind.OTHER);

    private Experiencer() {}

    static boolean isOther(Passage passage) {
        List<Cue> nearest = Passage.last(passage.within(), SUBJECTS) < 0 ? passage.before() : passage.within();
        int subject = Passage.last(nearest, SUBJECTS);
        boolean other = subject >= 0 && nearest.get(subject).kind() == Kind.OTHER;
        return other || Passage.holds(passage.following(), EnumSet.of(Kind.OTHER_BEHIND));
    }
}
