package epro.cli.audit;

import epro.lane.Checkpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a verification found, service by service. */
record Verdict(List<OfService> services, List<Finding> findings) {

    /**
     * The chains of one service.
     *
     * @param last the newest checkpoint
     * @param notYetAnchored how many entries were written after it
     */
    record OfService(
            Chains service,
            long entries,
            int lanes,
            long checkpoints,
            Optional<Checkpoint> last,
            long notYetAnchored,
            Pin pin) {

        private Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("service", service.text());
            json.put("entries", entries);
            json.put("lanes", lanes);
            json.put("checkpoints", checkpoints);
            json.put("lastCheckpoint", last.map(Checkpoint::number).orElse(null));
            json.put("lastRoot", last.map(Checkpoint::root).orElse(null));
            json.put("notYetAnchored", notYetAnchored);
            json.put("fingerprint", pin.fingerprint());
            json.put("fingerprintFrom", pin.from());
            return json;
        }

        private String text() {
            String text = "%-12s  %d entries in %d lanes, %d checkpoints, %d entries not yet anchored"
                    .formatted(service.text(), entries, lanes, checkpoints, notYetAnchored);
            return text
                    + last.map(newest -> "\n  newest checkpoint, to be written down for --expect: %d:%s"
                                    .formatted(newest.number(), newest.root()))
                            .orElse("");
        }
    }

    /**
     * A place that does not hold.
     *
     * @param lane the lane's name, or which row of checkpoints
     */
    record Finding(String lane, long sequence, String code) {}

    /** Sums over all services; what is one service's alone is processing's, whose chains hold the patients' submissions. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Optional<OfService> first = services.stream().findFirst();
        json.put("entries", services.stream().mapToLong(OfService::entries).sum());
        json.put("lanes", services.stream().mapToInt(OfService::lanes).sum());
        json.put(
                "checkpoints",
                services.stream().mapToLong(OfService::checkpoints).sum());
        json.put(
                "lastCheckpoint",
                first.flatMap(OfService::last).map(Checkpoint::number).orElse(null));
        json.put(
                "lastRoot", first.flatMap(OfService::last).map(Checkpoint::root).orElse(null));
        json.put(
                "notYetAnchored",
                services.stream().mapToLong(OfService::notYetAnchored).sum());
        json.put("services", services.stream().map(OfService::json).toList());
        json.put("findings", findings);
        return json;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        services.forEach(service -> text.append(service.text()).append('\n'));
        if (findings.isEmpty()) {
            return text.append("Everything holds.").toString();
        }
        findings.forEach(finding ->
                text.append("  %-24s %s %d%n".formatted(finding.code(), finding.lane(), finding.sequence())));
        return text.append("%d findings".formatted(findings.size())).toString();
    }
}
