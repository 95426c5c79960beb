package epro.processing.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which items it depends whether an item is enabled: those that it stands in, and those that conditions look at. */
final class Dependencies {
    /** More than any form needs, and few enough for a thread's stack. */
    private static final int DEPTH_MAX = 100;

    private final Map<String, List<String>> direct;
    private final Map<String, Integer> depths = new HashMap<>();

    /** @param direct by linkId, where there are any */
    Dependencies(Map<String, List<String>> direct) {
        this.direct = direct;
    }

    /** Whether one depends on the other, or is the same. */
    boolean leadTo(String one, String other) {
        Set<String> seen = new HashSet<>(Set.of(one));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(other)) {
                return true;
            }
            of(next).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }

    /** Whether more than a hundred items stand one behind the other; circles are not followed. */
    boolean areTooDeep(String linkId) {
        return depth(linkId, DEPTH_MAX) > DEPTH_MAX;
    }

    private int depth(String linkId, int left) {
        Integer known = depths.putIfAbsent(linkId, 0);
        if (known != null) {
            return known;
        }
        int depth = 0;
        for (String next : of(linkId)) {
            depth = Math.max(depth, left == 0 ? DEPTH_MAX + 1 : 1 + depth(next, left - 1));
        }
        depths.put(linkId, depth);
        return depth;
    }

    private List<String> of(String linkId) {
        return direct.getOrDefault(linkId, List.of());
    }
}
