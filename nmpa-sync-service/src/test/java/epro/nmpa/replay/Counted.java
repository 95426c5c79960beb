package epro.nmpa.replay;

import java.util.List;
import java.util.Map;

/** How much of the snapshots is compared as it stands, and how much is not, and why: nothing is left out unnoticed. */
final class Counted {
    static final List<String> DATES = List.of(
            "2020-03-18",
            "2020-03-25",
            "2020-04-01",
            "2020-04-07",
            "2020-04-15",
            "2020-04-22",
            "2020-04-29",
            "2020-05-05");

    /** Numbers of each snapshot that have rows with different words; of them the last row counts, as in the file of changes. */
    static final List<Integer> CONTRADICTORY = List.of(0, 0, 0, 0, 0, 3, 0, 0);

    /** By line of the changes (1,736), or by trial of the first snapshot (535). */
    static final Map<Reason, Integer> EVENTS = Map.of(
            Reason.AS_THE_LINE_SAYS, 1_697,
            Reason.VANISHED, 32,
            Reason.RETURNED_AS_IT_WAS, 5,
            Reason.RETURNED_OTHERWISE, 1,
            Reason.FIRST_WORD_AFTER_BLANK, 1,
            Reason.FIRST_SNAPSHOT, 534,
            Reason.BLANK, 1);

    static final int EVENTS_IN_ALL = 1_697 + 1 + 1 + 534;

    /** By trial and snapshot, from the one on in which it was first seen. */
    static final Map<Reason, Integer> TRIALS =
            Map.of(Reason.AS_THE_LINE_SAYS, 9_101, Reason.BLANK, 1, Reason.VANISHED, 93);

    private Counted() {}
}
