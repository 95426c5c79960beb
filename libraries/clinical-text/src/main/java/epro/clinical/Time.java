package epro.clinical;

import epro.clinical.Cue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether it is of these days: the time named nearest to it counts, "again" brings back what is long past, and what
 * is over without a date is over. */
final class Time {
    private static final Set<Kind> RECENT = EnumSet.of(Kind.DATED, Kind.NOW, Kind.AGAIN);

    private Time() {}

    static boolean isPast(Passage passage) {
        return distance(passage, EnumSet.of(Kind.PAST)) < distance(passage, RECENT)
                && !passage.has(EnumSet.of(Kind.AGAIN));
    }

    /** What was of these days and is over is still to be heard of. */
    static boolean isOver(Passage passage) {
        boolean over = Passage.holds(passage.following(), EnumSet.of(Kind.RESOLVED))
                || Passage.holds(passage.reaching(), EnumSet.of(Kind.RESOLVED));
        return over && !passage.has(EnumSet.of(Kind.DATED));
    }

    private static int distance(Passage passage, Set<Kind> kinds) {
        int last = Passage.last(passage.before(), kinds);
        int before = last < 0
                ? Integer.MAX_VALUE
                : passage.start() - passage.before().get(last).end();
        return Math.min(before, ahead(passage, passage.behind(), kinds));
    }

    private static int ahead(Passage passage, List<Cue> cues, Set<Kind> kinds) {
        for (Cue cue : cues) {
            if (kinds.contains(cue.kind())) {
                return cue.start() - passage.end();
            }
        }
        return Integer.MAX_VALUE;
    }
}
