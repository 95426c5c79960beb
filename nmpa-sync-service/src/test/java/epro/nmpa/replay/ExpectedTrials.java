package epro.nmpa.replay;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What has to be stored after each snapshot, from the snapshots alone; where that is not what the last one says is counted. */
final class ExpectedTrials {
    private final Map<String, Stored> trials = new TreeMap<>();
    private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    private Set<String> returned = Set.of();
    private Set<String> vanished = Set.of();
    private int added;

    /** Now the registers say this. */
    void move(Snapshot snapshot) {
        int before = trials.size();
        returned = new HashSet<>();
        vanished = new HashSet<>();
        snapshot.words().forEach(this::said);
        trials.replaceAll((number, was) -> snapshot.words().containsKey(number) ? was : gone(number, was));
        added = trials.size() - before;
    }

    Map<String, Stored> trials() {
        return trials;
    }

    /** Those that are back after a time in quarantine. */
    Set<String> returned() {
        return returned;
    }

    /** Those that are gone since the snapshot before. */
    Set<String> vanished() {
        return vanished;
    }

    /** How many were never seen before. */
    int added() {
        return added;
    }

    Map<Reason, Integer> counts() {
        return counts;
    }

    private void said(String number, String words) {
        Stored before = trials.get(number);
        if (before != null && before.quarantined()) {
            returned.add(number);
        }
        counts.merge(words.isEmpty() ? Reason.BLANK : Reason.AS_THE_LINE_SAYS, 1, Integer::sum);
        String known = words.isEmpty() && before != null ? before.original() : words;
        trials.put(number, Stored.of(known, false));
    }

    private Stored gone(String number, Stored was) {
        counts.merge(Reason.VANISHED, 1, Integer::sum);
        if (!was.quarantined()) {
            vanished.add(number);
        }
        return new Stored(was.status(), was.original(), true);
    }

    /** A trial as the service's API should show it. */
    record Stored(@Nullable String status, @Nullable String original, boolean quarantined) {

        static Stored of(@Nullable String words, boolean quarantined) {
            return words == null || words.isEmpty()
                    ? new Stored(null, null, quarantined)
                    : new Stored(Told.meaning(words).name(), words, quarantined);
        }
    }
}
