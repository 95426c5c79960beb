package epro.cli.audit;

import epro.cli.audit.export.CheckpointSource;
import epro.cli.audit.export.UnreadableExport;
import epro.lane.ChainFinding;
import epro.lane.ChainReport;
import epro.lane.ChainSource;
import epro.lane.ChainVerifier;
import epro.lane.Checkpoint;
import epro.lane.CheckpointVerifier;
import epro.schemas.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One verification of the chains and checkpoints of all services, wherever they lie. */
final class Verification {

    private final AuditRecords records;
    private final Pins pins;
    private final Expectations expected;
    private final Consumer<String> progress;
    private final Set<Verdict.Finding> findings = new LinkedHashSet<>();

    Verification(AuditRecords records, Pins pins, List<Expectation> expected, Consumer<String> progress) {
        this.records = records;
        this.pins = pins;
        this.expected = new Expectations(expected);
        this.progress = progress;
    }

    Verdict run() throws IOException, SQLException, InterruptedException {
        findings.addAll(records.faults());
        List<Verdict.OfService> services = new ArrayList<>();
        for (Chains service : records.services()) {
            services.add(verify(service, records.chains(service)));
        }
        surveyCheckpoints(records.services());
        findings.addAll(expected.findings());
        return new Verdict(List.copyOf(services), List.copyOf(findings));
    }

    private Verdict.OfService verify(Chains service, ChainSource source) throws SQLException, InterruptedException {
        List<ChainReport> chains = verifyChains(service, source);
        progress.accept("Checkpoints of " + service.text());
        Pin pin = pins.of(service);
        CheckpointVerifier checkpoints =
                new CheckpointVerifier(pin.fingerprint(), source, finding -> found(service, finding));
        try (checkpoints) {
            read((_, checkpoint) -> {
                if (checkpoint.isPresent() && checkpoint.get().service().equals(service.text())) {
                    checkpoints.accept(checkpoint.get());
                }
            });
        }
        Map<String, Long> anchored = checkpoints.anchored();
        return new Verdict.OfService(
                service,
                chains.stream().mapToLong(ChainReport::entries).sum(),
                chains.size(),
                checkpoints.count(),
                checkpoints.last(),
                chains.stream()
                        .flatMap(chain -> Verdict.Beyond.of(chain, anchored.getOrDefault(chain.lane(), 0L)).stream())
                        .toList(),
                pin);
    }

    private List<ChainReport> verifyChains(Chains service, ChainSource source) throws SQLException {
        List<ChainReport> chains = new ArrayList<>();
        ChainVerifier verifier = new ChainVerifier(source);
        for (String lane : verifier.lanes()) {
            progress.accept("%s: lane %s".formatted(service.text(), lane));
            try {
                ChainReport report = verifier.verify(lane, () -> {});
                chains.add(report);
                report.firstFault().ifPresent(finding -> found(service, finding));
            } catch (UnreadableExport e) {
                found(e);
                chains.add(new ChainReport(lane, 0, 0, Optional.empty()));
            }
        }
        return chains;
    }

    /**
     * What concerns no single service: those that were written down, what can't be read, and services that vanished: whose
     * checkpoints are there, whose key was brought along, and processing in any case.
     */
    private void surveyCheckpoints(List<Chains> there) throws SQLException, InterruptedException {
        Map<String, Long> newestOfAbsent = new TreeMap<>();
        read((offset, read) -> {
            if (read.isEmpty()) {
                findings.add(
                        new Verdict.Finding(Topics.AUDIT_CHECKPOINTS, offset, "checkpoint-unreadable", null, null));
                return;
            }
            Checkpoint checkpoint = read.get();
            expected.see(checkpoint);
            if (there.stream().noneMatch(one -> one.text().equals(checkpoint.service()))) {
                newestOfAbsent.merge(checkpoint.service(), checkpoint.number(), Math::max);
            }
        });
        Stream.of(Chains.values())
                .filter(service -> !there.contains(service))
                .filter(service ->
                        service == Chains.PROCESSING || pins.of(service).isGiven())
                .forEach(service -> newestOfAbsent.putIfAbsent(service.text(), 0L));
        newestOfAbsent.forEach((service, number) ->
                findings.add(new Verdict.Finding("checkpoints/" + service, number, "chains-missing", service, null)));
    }

    private void read(CheckpointSource.Reader reader) throws SQLException, InterruptedException {
        try {
            records.read(reader);
        } catch (UnreadableExport e) {
            found(e);
        }
    }

    private void found(UnreadableExport unreadable) {
        findings.add(new Verdict.Finding(unreadable.file(), unreadable.line(), "file-unreadable", null, null));
    }

    private void found(Chains service, ChainFinding finding) {
        findings.add(new Verdict.Finding(
                finding.lane(), finding.sequence(), finding.code().text(), service.text(), finding.through()));
    }
}
