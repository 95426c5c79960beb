package epro.notification.intake;

import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records that could not be read, for those who run the system: what there is, and reading one again once the cause is mended. */
@RestController
@RequestMapping("/api/v1/unread-events")
class UnreadController {
    private static final String SCOPE = "ops";
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;
    private static final Duration SCHEMA_COMES_WITHIN = Duration.ofSeconds(5);

    private final UnreadTable table;
    private final UnreadReplay replay;

    UnreadController(UnreadTable table, UnreadReplay replay) {
        this.table = table;
        this.replay = replay;
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long cursor,
            Caller caller) {
        caller.require(SCOPE);
        int rows = limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
        List<UnreadTable.Item> found = table.before(cursor == null ? Long.MAX_VALUE : cursor, rows + 1);
        return found.size() > rows
                ? new Page(found.subList(0, rows), found.get(rows - 1).id())
                : new Page(found, null);
    }

    @PostMapping("/{id}/replay")
    UnreadTable.Item replay(@PathVariable String id, Caller caller) {
        caller.require(SCOPE);
        long number = number(id);
        ConsumedEvent event = table.event(number).orElseThrow(UnreadController::notFound);
        reasonAgainst(number, event, caller).ifPresent(reason -> {
            throw new ProblemException(HttpStatus.CONFLICT, "still-unreadable", "It still can't be read.")
                    .with("reason", reason);
        });
        return table.item(number);
    }

    private Optional<String> reasonAgainst(long number, ConsumedEvent event, Caller caller) {
        try {
            return replay.replay(number, event, caller.subject());
        } catch (NotReadableYet pending) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE, "schema-pending", "Its schema is not here yet; come again.")
                    .retryAfter(SCHEMA_COMES_WITHIN);
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notAnId) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such record.");
    }

    /** A part of the list. */
    record Page(List<UnreadTable.Item> items, @Nullable String next) {}
}
