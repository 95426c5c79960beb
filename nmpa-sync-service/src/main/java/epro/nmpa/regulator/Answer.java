package epro.nmpa.regulator;

import epro.nmpa.quota.NotStarted;
import epro.nmpa.status.RegisterStatus;
import java.time.Duration;
import java.util.Optional;

/** What came of asking the regulator for one trial. */
public sealed interface Answer {

    /** The register has the trial; without a status if it left that blank, which says nothing. */
    record Known(Optional<RegisterStatus> status) implements Answer {}

    /** The register says that it has no such trial. */
    record Unknown() implements Answer {}

    /** Nothing is to be asked for so long, by anybody. */
    record Wait(Duration span) implements Answer {}

    /**
     * Nothing is known.
     *
     * @param reason a stable word
     */
    record Failed(String reason) implements Answer {}

    /** As far as the regulator can tell it was never asked. */
    record NotAsked(NotStarted.Reason reason) implements Answer {}
}
