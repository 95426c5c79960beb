package epro.processing.auditexport;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.lane.AuditReceipt;
import epro.support.security.Caller;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exports of the audit trail. The trail itself is read with the database's read-only login; who is about to do so says it here
 * and gets the audit entry that notes it.
 */
@RestController
class AuditExportController {

    private final LaneTransactions lanes;
    private final InstantSource clock;

    AuditExportController(LaneTransactions lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * The entry that notes the export.
     *
     * @param hash lower-case hex
     */
    record NotedExport(UUID auditExportId, String lane, long sequence, String hash) {}

    /** The trail holds every study. */
    @PostMapping("/api/v1/audit-exports")
    @ResponseStatus(HttpStatus.CREATED)
    NotedExport note(Caller caller) {
        caller.require("audit:read");
        caller.require("exports:read");
        if (!caller.coversEverything()) {
            throw Caller.forbidden();
        }
        UUID id = UUID.randomUUID();
        AuditReceipt receipt =
                lanes.append(LaneTransactions.OPERATIONS, (_, append) -> append.record(fact(caller, id)));
        return new NotedExport(id, receipt.lane(), receipt.sequence(), receipt.hash());
    }

    private AuditFact fact(Caller caller, UUID id) {
        return new AuditFact(
                "AUDIT_EXPORTED",
                caller.subject(),
                "audit-export/" + id,
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                "{}");
    }
}
