package epro.processing.plan;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.processing.harm.AlertPlan;
import epro.processing.harm.AlertPlanReading;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Publishes an alert plan once: it is in the table and in the audit trail, or in neither. */
@Component
class PlanPublisher {
    private final LaneTransactions lanes;
    private final PlanTable table;
    private final InstantSource clock;

    PlanPublisher(LaneTransactions lanes, PlanTable table, InstantSource clock) {
        this.lanes = lanes;
        this.table = table;
        this.clock = clock;
    }

    /** What became of an attempt to publish. */
    sealed interface Publication {

        /** It stands, and is in force. */
        record Published(PlanSummary plan) implements Publication {}

        /** The same stood there already. */
        record Repeated(PlanSummary plan) implements Publication {}

        /** Another stands there, and stays. */
        record Taken() implements Publication {}

        /** It makes no sense. */
        record Refused(List<String> faults) implements Publication {}
    }

    Publication publish(String studyId, String version, JsonValue source, String publisher) {
        return switch (AlertPlan.read(version, source)) {
            case AlertPlanReading.Faulty(List<String> faults) -> new Publication.Refused(faults);
            case AlertPlanReading.Plan _ -> {
                PlanSummary plan = new PlanSummary(
                        studyId,
                        version,
                        CanonicalJson.hash(source),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        publisher,
                        CanonicalJson.write(source));
                yield standing(plan)
                        .or(() -> add(plan) ? Optional.of(new Publication.Published(plan)) : standing(plan))
                        .orElseThrow();
            }
        };
    }

    private boolean add(PlanSummary plan) {
        return lanes.append(LaneTransactions.OPERATIONS, (_, append) -> {
            boolean added = table.add(plan);
            if (added) {
                append.record(published(plan));
            }
            return added;
        });
    }

    private Optional<Publication> standing(PlanSummary wanted) {
        return table.find(wanted.studyId(), wanted.version())
                .map(found -> found.contentHash().equals(wanted.contentHash())
                        ? new Publication.Repeated(found)
                        : new Publication.Taken());
    }

    private static AuditFact published(PlanSummary plan) {
        return new AuditFact(
                "ALERT_PLAN_PUBLISHED",
                plan.publishedBy(),
                "study/" + plan.studyId() + "/alert-plan/versions/" + plan.version(),
                plan.contentHash(),
                null,
                null,
                plan.publishedAt(),
                null,
                "{}");
    }
}
