package epro.cli.audit;

import epro.lane.Checkpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param last the newest checkpoint
 * @param notYetAnchored how many entries were written after it
 */
record Verdict(
        long entries,
        int lanes,
        long checkpoints,
        Optional<Checkpoint> last,
        long notYetAnchored,
        Pin pin,
        List<Finding> findings) {

    /**
     * A place that does not hold.
     *
     * @param lane the lane's name, or which row of checkpoints
     */
    record Finding(String lane, long sequence, String code) {}

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entries", entries);
        json.put("lanes", lanes);
        json.put("checkpoints", checkpoints);
        json.put("lastCheckpoint", last.map(Checkpoint::number).orElse(null));
        json.put("lastRoot", last.map(Checkpoint::root).orElse(null));
        json.put("notYetAnchored", notYetAnchored);
        json.put("fingerprint", pin.fingerprint());
        json.put("fingerprintFrom", pin.from());
        json.put("findings", findings);
        return json;
    }

    String text() {
        StringBuilder text = new StringBuilder("%d entries in %d lanes, %d checkpoints, %d entries not yet anchored"
                .formatted(entries, lanes, checkpoints, notYetAnchored));
        last.ifPresent(checkpoint -> text.append("\nNewest checkpoint, to be written down for --expect: %d:%s"
                .formatted(checkpoint.number(), checkpoint.root())));
        if (findings.isEmpty()) {
            return text.append("\nEverything holds.").toString();
        }
        findings.forEach(finding ->
                text.append("\n  %-24s %s %d".formatted(finding.code(), finding.lane(), finding.sequence())));
        return text.append("\n%d findings".formatted(findings.size())).toString();
    }
}
