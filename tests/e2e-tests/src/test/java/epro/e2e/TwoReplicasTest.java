package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import epro.benchmarks.nmpa.TwoReplicas;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TwoReplicasTest {

    @Test
    void aLeaderThatWasStoppedSendsNothingOnceAnotherHasTakenOver(@TempDir Path home)
            throws IOException, InterruptedException {
        TwoReplicas.Outcome outcome = TwoReplicas.play(home);

        assertThat(outcome.passedOn()).isTrue();
        assertThat(outcome.done()).isEqualTo(outcome.trials());
        assertThat(outcome.log().violations()).isEmpty();
        assertThat(outcome.log().connectionsMost()).isBetween(1, 10);
        assertThat(outcome.log().startsMostInASecond()).isBetween(1, 10);
        assertThat(outcome.askedAgain()).isBetween(0L, (long) TwoReplicas.ASKED_AGAIN_MOST);
    }
}
