package epro.cli.audit;

import epro.stack.Endpoints;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What {@code ./epro audit verify} finds, for other commands. */
public final class AuditTrail {

    private AuditTrail() {}

    /** The places that do not hold, a line each; empty if chains and checkpoints hold. */
    public static List<String> faults(Endpoints stack) throws IOException, SQLException, InterruptedException {
        try (CheckpointLog log = new CheckpointLog(stack.required("EPRO_KAFKA"), stack.required("EPRO_REGISTRY_URL"));
                LiveRecords records = LiveRecords.open(stack.required("EPRO_JDBC_URL"), log)) {
            Pins pins = Pins.of(List.of(), stack, log);
            return new Verification(records, pins, List.of(), _ -> {})
                    .run().findings().stream()
                            .map(finding -> "%s %d %s".formatted(finding.lane(), finding.sequence(), finding.code()))
                            .toList();
        }
    }
}
