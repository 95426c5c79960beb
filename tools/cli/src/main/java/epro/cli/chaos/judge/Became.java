package epro.cli.chaos.judge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the records that came in.
 *
 * @param actions how many were STORED, REJECTED, a DUPLICATE, a CONFLICT, QUARANTINED
 * @param times when, in order
 */
public record Became(SortedMap<String, Long> actions, List<Instant> times) {

    static Became of(List<Receipt> receipts) {
        Map<String, Long> actions = receipts.stream().collect(groupingBy(Receipt::action, counting()));
        return new Became(
                new TreeMap<>(actions),
                receipts.stream().map(Receipt::recordedAt).sorted().toList());
    }
}
