package epro.processing.assessment;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.lane.LaneAppend;
import epro.lane.LanePublisher;
import epro.processing.suspicion.Announcements;
import epro.processing.suspicion.SuspectedRevision;
import epro.processing.suspicion.Suspicions;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes verdicts down in groups, one transaction on the lane {@code assessment} each: states, revisions of suspected
 * adverse events, audit entries and events together. The first verdict on a question counts; a later one, of a worker
 * whose lease had ended, changes nothing.
 */
@Component
class VerdictWriter {
    static final String LANE = "assessment";

    private static final String SELF = "processing-service";
    private static final String DECIDE = """
            UPDATE assessment SET state = 'DECIDED', decided_at = ?, decided_version = ?, score = ?, terms = ?::json
            WHERE assessment_id = ? AND state = 'PENDING'""";
    private static final String GIVE_UP = """
            UPDATE assessment SET state = 'FAILED', decided_at = ?, failure = ? WHERE assessment_id = ? AND state = 'PENDING'""";

    private final LaneTransactions lanes;
    private final LanePublisher publisher;
    private final Announcements announcements;
    private final InstantSource clock;

    VerdictWriter(LaneTransactions lanes, LanePublisher publisher, Announcements announcements, InstantSource clock) {
        this.lanes = lanes;
        this.publisher = publisher;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Makes it ready to announce; throws RegistryUnavailable as long as the registry can't be asked. */
    void prepare() {
        announcements.prepare();
    }

    /** All of them or none; what is announced then goes out at once. */
    void write(List<Verdict> verdicts) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int revised = lanes.append(LANE, (connection, append) -> {
            int revisions = 0;
            for (Verdict verdict : verdicts) {
                revisions += write(connection, append, verdict, now);
            }
            return revisions;
        });
        if (revised > 0) {
            publisher.publish(LANE);
        }
    }

    private int write(Connection connection, LaneAppend append, Verdict verdict, Instant now) throws SQLException {
        return switch (verdict) {
            case Verdict.Decided(Assessment assessment, Reading reading)
            when decide(connection, assessment, reading, now) -> {
                append.record(fact("ASSESSED", assessment, now, detail(reading)));
                List<SuspectedRevision> revisions =
                        new Suspicions(connection, now).add(assessment.subject(), reading.findings());
                revisions.forEach(revision -> announcements.append(append, revision, Map.of()));
                yield revisions.size();
            }
            case Verdict.GivenUp(Assessment assessment, String reason)
            when giveUp(connection, assessment, reason, now) -> {
                append.record(fact("ASSESSMENT_FAILED", assessment, now, Map.of("reason", new JsonValue.Text(reason))));
                yield 0;
            }
            case Verdict.Decided _, Verdict.GivenUp _ -> 0;
        };
    }

    private static boolean decide(Connection connection, Assessment assessment, Reading reading, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DECIDE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, reading.version());
            update.setDouble(3, reading.score());
            update.setString(4, terms(reading));
            update.setObject(5, assessment.id());
            return update.executeUpdate() == 1;
        }
    }

    private static boolean giveUp(Connection connection, Assessment assessment, String reason, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(GIVE_UP)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, reason);
            update.setObject(3, assessment.id());
            return update.executeUpdate() == 1;
        }
    }

    private static AuditFact fact(String action, Assessment assessment, Instant now, Map<String, JsonValue> detail) {
        return new AuditFact(
                action,
                SELF,
                assessment.subject().submissionKey().toString(),
                null,
                null,
                null,
                now,
                null,
                CanonicalJson.write(new JsonValue.Members(detail)));
    }

    private static Map<String, JsonValue> detail(Reading reading) {
        return Map.of(
                "modelVersion", new JsonValue.Text(reading.version()),
                "terms",
                        new JsonValue.NumberText(
                                Integer.toString(reading.findings().size())));
    }

    private static String terms(Reading reading) {
        return CanonicalJson.write(new JsonValue.Items(reading.findings().stream()
                .<JsonValue>map(finding -> new JsonValue.Members(Map.of(
                        "system", new JsonValue.Text(finding.term().system()),
                        "code", new JsonValue.Text(finding.term().code()),
                        "path", new JsonValue.Text(finding.path()))))
                .toList()));
    }
}
