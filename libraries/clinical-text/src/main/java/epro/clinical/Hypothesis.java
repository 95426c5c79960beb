package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether something is feared, warned of, asked about or joked with, rather than experienced. */
final class Hypothesis {
    private static final Set<Kind> FACTS = EnumSet.of(Kind.STATED, Kind.DATED, Kind.CONSULTING);

    private Hypothesis() {}

    static boolean isHypothetical(Passage passage) {
        return isFeared(passage) || isAsked(passage) || isJoke(passage);
    }

    /** A condition reaches to the hit unless the writer states a fact in between. */
    private static boolean isFeared(Passage passage) {
        List<Cue> reaching = passage.reaching();
        int fear = Passage.last(reaching, EnumSet.of(Kind.IF));
        return fear >= 0 && !Passage.holds(reaching.subList(fear + 1, reaching.size()), FACTS);
    }

    /** A question about what the writer has is a report; so is what stands in front of the question. */
    private static boolean isAsked(Passage passage) {
        List<Cue> own = passage.ownBefore();
        boolean asking = Passage.holds(own, EnumSet.of(Kind.ASKING));
        boolean fact = passage.has(FACTS);
        if (asking || !passage.isQuestion()) {
            return asking && !fact;
        }
        return !fact && !passage.isFollowedByASegment() && !Passage.holds(own, EnumSet.of(Kind.SELF));
    }

    /** A joke ends where the sentence turns. */
    private static boolean isJoke(Passage passage) {
        Set<Kind> joke = EnumSet.of(Kind.JOKE);
        return Passage.holds(passage.reaching(), joke) || Passage.holds(passage.following(), joke);
    }
}
