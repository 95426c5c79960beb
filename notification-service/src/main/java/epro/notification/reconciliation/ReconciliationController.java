package epro.notification.reconciliation;

import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers data checks, in both directions: from reports to alerts, and from alerts to reports. */
@RestController
@RequestMapping("/api/v1/alerts")
class ReconciliationController {
    private static final String SCOPE = "ops";
    private static final int MOST = 500;
    private static final UUID START = new UUID(0, 0);

    private final AlertLookup lookup;

    ReconciliationController(AlertLookup lookup) {
        this.lookup = lookup;
    }

    @PostMapping("/lookup")
    Found lookup(@RequestBody Asked asked, Caller caller) {
        caller.require(SCOPE);
        List<UUID> aeIds = asked.aeIds();
        if (aeIds == null || aeIds.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "too-many-ids", "aeIds must be given, and at most 500 of them.");
        }
        return new Found(lookup.find(aeIds));
    }

    @GetMapping("/ae-ids")
    Ids aeIds(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        caller.require(SCOPE);
        int most = limit == null ? MOST : Math.clamp(limit, 1, MOST);
        List<UUID> items = lookup.aeIdsAfter(after == null ? START : after, most);
        return new Ids(items, items.size() == most ? items.getLast() : null);
    }

    /** The suspected adverse events asked for. */
    record Asked(@Nullable List<UUID> aeIds) {}

    /** Those of them that have an alert. */
    record Found(List<AlertLookup.Item> items) {}

    /** A part of all. */
    record Ids(List<UUID> items, @Nullable UUID next) {}
}
