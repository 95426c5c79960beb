package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.audit.AuditTrail;
import epro.e2e.ProcessingGroup.Shares;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.testing.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processing with so few consumers that a second process is given a part of what the first works at. */
@Tag("slow")
class ScaleOutTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CONSUMERS = 4;
    private static final int PATIENTS = 24;
    private static final int SOME = 10 * PATIENTS;
    private static final Map<String, String> FEW = Map.of("EPRO_CONCURRENCY", Integer.toString(CONSUMERS));

    private final Pipeline pipeline = Pipeline.running();
    private final LocalStack stack = pipeline.stack();
    private final String study = "scale-out-" + UUID.randomUUID();

    @BeforeEach
    void leaveItToReplicas() {
        Forms.publishDiary(pipeline);
        stack.stop(Part.PROCESSING);
    }

    @AfterEach
    void takeItBack() {
        stack.start(Part.PROCESSING);
    }

    @Test
    void movesPartitionsBetweenProcessesThatBothWorkAndLosesNothing() throws Exception {
        try (Replica first = stack.replica(Part.PROCESSING, FEW);
                ProcessingGroup group = new ProcessingGroup(stack);
                OneByOne patients = new OneByOne(pipeline, study).begin(PATIENTS)) {
            patients.awaitAnswered(SOME);
            Shares alone = group.shared(CONSUMERS);

            try (Replica second = stack.replica(Part.PROCESSING, FEW)) {
                Shares together = group.shared(2 * CONSUMERS);
                assertThat(together.members()).containsAll(alone.members());
                assertThat(together.partitions()).isEqualTo(alone.partitions());
                assertThat(together.besides(alone.members())).isNotEmpty().isSubsetOf(alone.partitions());
                awaitMore(first);
                awaitMore(second);
            }
            Shares again = group.shared(CONSUMERS);
            assertThat(again.members()).isEqualTo(alone.members());
            assertThat(again.partitions()).isEqualTo(alone.partitions());
            patients.awaitAnswered(patients.answered() + SOME);
            patients.end();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(patients.stored()).isEqualTo(patients.sent()));
            new ExactlyOnce(pipeline.database()).of(study, patients.answered(), List.of());
        }
        assertThat(AuditTrail.faults(stack.endpoints())).isEmpty();
    }

    private static void awaitMore(Replica replica) {
        double before = settled(replica);
        await().atMost(PATIENCE).until(() -> settled(replica) > before + PATIENTS);
    }

    /** How many records it has settled. */
    private static double settled(Replica replica) {
        String metrics =
                new Http(replica.management(), null).get("/actuator/prometheus").body();
        return metrics.lines()
                .filter(line -> line.startsWith("epro_processing_records_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
