package epro.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.send.Delivery.Outcome;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Unknown;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void countsAcceptedRepeatedAndSentAgain() {
        tally.enter(1, new Identified("{}", true), new Outcome(new Accepted(new Place(0, 1), false), 3));
        tally.enter(2, new Identified("{}", false), new Outcome(new Accepted(new Place(0, 2), true), 1));

        assertThat(tally.allAccepted()).isTrue();
        assertThat(tally.json())
                .containsEntry("accepted", 2L)
                .containsEntry("repeated", 1L)
                .containsEntry("resent", 2L)
                .containsEntry("derivedIds", 1L);
    }

    @Test
    void listsRefusedLinesByCodeInOrder() {
        tally.enter(9, new Identified("{}", false), new Outcome(new Denied(400, "malformed-json"), 1));
        tally.enter(4, new Identified("{}", false), new Outcome(new Denied(400, "malformed-json"), 1));
        tally.enter(5, new Identified("{}", false), new Outcome(new Unknown("HttpTimeoutException"), 2));

        assertThat(tally.allAccepted()).isFalse();
        assertThat(tally.text())
                .contains("3 refused", "400 malformed-json: lines 4 9", "no-answer: HttpTimeoutException: lines 5");
    }
}
