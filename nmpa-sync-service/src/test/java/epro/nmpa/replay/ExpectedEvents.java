package epro.nmpa.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the topic has to say after each snapshot, from the file of changes; how lines and events differ is counted. */
final class ExpectedEvents {
    private final List<Change> changes;
    private final Map<String, String> gone = new HashMap<>();
    private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);

    ExpectedEvents(List<Change> changes) {
        this.changes = changes;
    }

    List<Told> first(Snapshot snapshot) {
        List<Told> told = new ArrayList<>();
        snapshot.words().forEach((number, words) -> {
            if (words.isEmpty()) {
                count(Reason.BLANK);
            } else {
                count(Reason.FIRST_SNAPSHOT);
                told.add(Told.of(number, null, words));
            }
        });
        return told;
    }

    List<Told> next(Snapshot snapshot) {
        return changes.stream()
                .filter(change -> change.snapshot().equals(snapshot.date()))
                .map(this::told)
                .filter(Objects::nonNull)
                .toList();
    }

    Map<Reason, Integer> counts() {
        return counts;
    }

    private @Nullable Told told(Change change) {
        return switch (change.op()) {
            case "remove" -> vanished(change);
            case "add" -> added(change);
            case "status" -> changed(change);
            default -> throw new IllegalArgumentException(change.op());
        };
    }

    private @Nullable Told vanished(Change change) {
        count(Reason.VANISHED);
        gone.put(change.trialid(), Objects.requireNonNull(change.from()));
        return null;
    }

    private @Nullable Told added(Change change) {
        String before = gone.remove(change.trialid());
        String now = Objects.requireNonNull(change.to());
        if (now.equals(before)) {
            count(Reason.RETURNED_AS_IT_WAS);
            return null;
        }
        count(before == null ? Reason.AS_THE_LINE_SAYS : Reason.RETURNED_OTHERWISE);
        return Told.of(change.trialid(), before, now);
    }

    private Told changed(Change change) {
        boolean blank = Objects.requireNonNull(change.from()).isEmpty();
        count(blank ? Reason.FIRST_WORD_AFTER_BLANK : Reason.AS_THE_LINE_SAYS);
        return Told.of(change.trialid(), blank ? null : change.from(), Objects.requireNonNull(change.to()));
    }

    private void count(Reason reason) {
        counts.merge(reason, 1, Integer::sum);
    }
}
