package epro.processing.submission;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.support.security.Caller;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes in the lane {@code operations} who reads one patient's data, before its first byte is sent. */
@Component
class ReadAudit {
    private final LaneTransactions lanes;
    private final InstantSource clock;

    ReadAudit(LaneTransactions lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    void read(Caller caller, UUID submissionKey) {
        var fact = new AuditFact(
                "READ",
                caller.subject(),
                submissionKey.toString(),
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                "{}");
        lanes.append(LaneTransactions.OPERATIONS, (_, append) -> append.record(fact));
    }
}
