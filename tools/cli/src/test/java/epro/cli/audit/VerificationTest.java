package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.audit.AuditScene.AuditedDatabase;
import epro.lane.Checkpoint;
import epro.lane.Checkpoints;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class VerificationTest {

    private final AuditScene scene = AuditScene.get();

    @Test
    void findsThatEverythingHoldsAndWhatIsNotYetAnchored() throws Exception {
        Verdict verdict = scene.verify(scene.copy());

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.json())
                .containsEntry("entries", 16L)
                .containsEntry("lanes", 2)
                .containsEntry("checkpoints", 2L)
                .containsEntry("lastCheckpoint", 2L)
                .containsEntry("notYetAnchored", 5L);
        assertThat(verdict.services()).extracting(Verdict.OfService::service).containsExactly(Chains.PROCESSING);
        assertThat(verdict.services().getFirst().pin().from()).startsWith("the stack's key file");
    }

    @Test
    void looksForTheCheckpointsThatSomebodyWroteDown() throws Exception {
        AuditedDatabase database = scene.copy();
        Checkpoint last = last(database);
        Expectation met = new Expectation(Chains.PROCESSING, 2, last.root());
        Expectation other = new Expectation(Chains.PROCESSING, 1, last.root());
        Expectation later = new Expectation(Chains.PROCESSING, 3, last.root());
        Expectation elsewhere = new Expectation(Chains.NMPA, 2, last.root());

        assertThat(scene.verify(database, met).findings()).isEmpty();
        assertThat(Tampering.findings(scene.verify(database, met, other, later, elsewhere)))
                .containsExactly(
                        "checkpoints/processing 1 checkpoint-differs",
                        "checkpoints/processing 3 expected-checkpoint-missing",
                        "checkpoints/nmpa 2 expected-checkpoint-missing");
    }

    @Test
    void verifiesTheChainsOfOtherServicesAsWell() throws Exception {
        AuditedDatabase database = scene.copy();
        database.addSchema("notification");
        database.append("notification", "alerts", 1, 2, "notification");
        database.tamper("UPDATE notification.audit_entry SET actor = 'somebody else' WHERE sequence = 1");

        Verdict verdict = scene.verify(database);

        assertThat(verdict.services())
                .extracting(Verdict.OfService::service)
                .containsExactly(Chains.PROCESSING, Chains.NOTIFICATION);
        assertThat(verdict.services().getLast().entries()).isEqualTo(2);
        assertThat(verdict.findings())
                .containsExactly(new Verdict.Finding("alerts", 1, "entry-altered", "notification", null));
    }

    @Test
    void findsThatTheChainsOfAServiceAreGone() throws Exception {
        AuditedDatabase database = scene.copy();
        database.tamper("DROP SCHEMA processing CASCADE");

        assertThat(Tampering.findings(scene.verify(database)))
                .containsExactly("checkpoints/processing 2 chains-missing");
    }

    @Test
    void namesAnEntryWhoseTimeIsNone() throws Exception {
        AuditedDatabase database = scene.copy();
        database.tamper("UPDATE audit_entry SET recorded_at = 'infinity' WHERE lane = 'assessment' AND sequence = 5");

        assertThat(Tampering.findings(scene.verify(database))).containsExactly("assessment 5 entry-altered");
    }

    private static Checkpoint last(AuditedDatabase database) throws SQLException {
        try (Connection connection = database.connect("processing")) {
            return Checkpoints.last(connection, "processing").orElseThrow();
        }
    }
}
