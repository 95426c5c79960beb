package epro.nmpa.trial;

import epro.support.security.Caller;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fresh the statuses are, for those who run the system; on a path of its own, where no registration number can be. */
@RestController
class FreshnessController {
    private static final String SCOPE = "ops";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final TrialTable table;
    private final InstantSource clock;

    FreshnessController(TrialTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @GetMapping("/api/v1/freshness")
    FreshnessView freshness(Caller caller) {
        caller.require(SCOPE);
        return table.freshness(clock.instant().minus(A_DAY));
    }
}
