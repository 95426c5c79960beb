package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import epro.lane.Checkpoint;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class VerificationTest {

    private final AuditScene scene = AuditScene.get();
    private final AuditedDatabase database;

    VerificationTest() throws SQLException {
        database = scene.copy();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void findsThatEverythingHoldsAndWhatIsNotYetAnchored() throws Exception {
        Verdict verdict = scene.verify(database);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.json())
                .containsEntry("entries", 29L)
                .containsEntry("lanes", 5)
                .containsEntry("checkpoints", 4L)
                .containsEntry("lastCheckpoint", 2L)
                .containsEntry("notYetAnchored", 8L);
        assertThat(verdict.services()).extracting(Verdict.OfService::service).containsExactly(Chains.values());
        assertThat(verdict.services())
                .allSatisfy(service -> assertThat(service.pin().from()).startsWith("the stack's key file"));
    }

    @Test
    void looksForTheCheckpointsThatSomebodyWroteDown() throws Exception {
        Checkpoint last = database.last(Chains.PROCESSING);
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
        database.tamper("UPDATE notification.audit_entry SET actor = 'somebody else' WHERE sequence = 1");

        Verdict verdict = scene.verify(database);

        assertThat(verdict.services())
                .extracting(Verdict.OfService::service, Verdict.OfService::entries)
                .containsExactly(tuple(Chains.PROCESSING, 24L), tuple(Chains.NOTIFICATION, 3L), tuple(Chains.NMPA, 2L));
        assertThat(verdict.findings())
                .containsExactly(new Verdict.Finding("alerts", 1, "entry-altered", "notification", null));
    }

    @Test
    void findsThatTheChainsOfAServiceAreGone() throws Exception {
        database.tamper("DROP SCHEMA processing CASCADE");

        assertThat(Tampering.findings(scene.verify(database)))
                .containsExactly("checkpoints/processing 2 chains-missing");
    }

    @Test
    void namesAnEntryWhoseTimeIsNone() throws Exception {
        database.tamper("UPDATE audit_entry SET recorded_at = 'infinity' WHERE lane = 'assessment' AND sequence = 5");

        assertThat(Tampering.findings(scene.verify(database))).containsExactly("assessment 5 entry-altered");
    }
}
