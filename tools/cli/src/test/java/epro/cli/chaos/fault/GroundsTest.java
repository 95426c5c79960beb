package epro.cli.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.Part;
import org.junit.jupiter.api.Test;

class GroundsTest {

    @Test
    void missNobodyWhereAllAreReady() throws InterruptedException {
        assertThat(Grounds.missing(Part.ESSENTIAL, _ -> {})).isEmpty();
    }

    @Test
    void missWhatDoesNotComeBack() throws InterruptedException {
        assertThat(Grounds.missing(Part.ESSENTIAL, part -> {
                    if (part == Part.POSTGRES || part == Part.PROCESSING) {
                        throw new IllegalStateException("not ready in time");
                    }
                }))
                .containsExactly(
                        "processing is not ready: not ready in time", "postgres is not ready: not ready in time");
    }
}
