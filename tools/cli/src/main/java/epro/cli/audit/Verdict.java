package epro.cli.audit;

import epro.lane.ChainReport;
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
     * @param beyond what was written after it
     */
    record OfService(
            Chains service,
            long entries,
            int lanes,
            long checkpoints,
            Optional<Checkpoint> last,
            List<Beyond> beyond,
            Pin pin) {

        long notYetAnchored() {
            return beyond.stream()
                    .mapToLong(tail -> tail.through() - tail.from() + 1)
                    .sum();
        }

        private Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("service", service.text());
            json.put("entries", entries);
            json.put("lanes", lanes);
            json.put("checkpoints", checkpoints);
            json.put("lastCheckpoint", last.map(Checkpoint::number).orElse(null));
            json.put("lastRoot", last.map(Checkpoint::root).orElse(null));
            json.put("notYetAnchored", notYetAnchored());
            json.put("beyondLastCheckpoint", beyond);
            json.put("fingerprint", pin.fingerprint());
            json.put("fingerprintFrom", pin.from());
            return json;
        }

        private String text() {
            String text = "%-12s  %d entries in %d lanes, %d checkpoints, %d entries not yet anchored"
                    .formatted(service.text(), entries, lanes, checkpoints, notYetAnchored());
            return text
                    + last.map(newest -> "\n  newest checkpoint, to be written down for --expect: %d:%s"
                                    .formatted(newest.number(), newest.root()))
                            .orElse("");
        }
    }

    /** The end of a lane that no checkpoint covers yet: whether it was cut or written anew nobody can tell. */
    record Beyond(String lane, long from, long through) {

        static Optional<Beyond> of(ChainReport chain, long anchored) {
            return chain.lastSequence() > anchored
                    ? Optional.of(new Beyond(chain.lane(), anchored + 1, chain.lastSequence()))
                    : Optional.empty();
        }
    }

    /**
     * A place that does not hold.
     *
     * @param lane the lane's name, or which row of checkpoints, or which file of an export, whose line is the sequence then
     * @param service whose it is, if it is one's
     * @param through up to where, of what was lost
     */
    record Finding(
            String lane,
            long sequence,
            String code,
            @Nullable String service,
            @Nullable Long through) {

        private String text() {
            return "  %-28s %s%s %d%s"
                    .formatted(
                            code,
                            service == null ? "" : service + ": ",
                            lane,
                            sequence,
                            through == null ? "" : " to " + through);
        }
    }

    /** Sums over all services; what is one service's alone is processing's, whose chains hold the patients' submissions. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Optional<OfService> processing = services.stream()
                .filter(one -> one.service() == Chains.PROCESSING)
                .findFirst();
        json.put("entries", services.stream().mapToLong(OfService::entries).sum());
        json.put("lanes", services.stream().mapToInt(OfService::lanes).sum());
        json.put(
                "checkpoints",
                services.stream().mapToLong(OfService::checkpoints).sum());
        json.put(
                "lastCheckpoint",
                processing.flatMap(OfService::last).map(Checkpoint::number).orElse(null));
        json.put(
                "lastRoot",
                processing.flatMap(OfService::last).map(Checkpoint::root).orElse(null));
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
        findings.forEach(finding -> text.append(finding.text()).append('\n'));
        return text.append("%d findings".formatted(findings.size())).toString();
    }
}
