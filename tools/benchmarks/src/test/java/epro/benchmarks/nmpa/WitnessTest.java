package epro.benchmarks.nmpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final long SECOND = 1_000_000_000;

    private final Witness witness = new Witness();

    @Test
    void countsTheStartsOfAnySecondInWhateverOrderTheyAreTold() {
        for (int i = 10; i >= 0; i--) {
            witness.started(i * SECOND / 10);
        }

        assertThat(witness.startsMost()).isEqualTo(10);
        witness.started(SECOND / 20);
        assertThat(witness.startsMost()).isEqualTo(11);
        assertThat(witness.violations(10, 10)).isOne();
    }

    @Test
    void countsConnectionsThatAreOpenAtOnce() {
        witness.open(0, 10);
        witness.open(10, 20);
        assertThat(witness.openMost()).isOne();

        witness.open(9, 11);
        assertThat(witness.openMost()).isEqualTo(2);
        assertThat(witness.violations(10, 1)).isOne();
    }

    @Test
    void hasSeenNothingYet() {
        assertThat(witness.violations(0, 0)).isZero();
    }
}
