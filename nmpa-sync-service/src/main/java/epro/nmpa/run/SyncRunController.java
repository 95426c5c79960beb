package epro.nmpa.run;

import epro.nmpa.quota.Quota;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The runs, for those who run the system. */
@RestController
@RequestMapping("/api/v1/sync-runs")
class SyncRunController {
    private static final String SCOPE = "ops";
    private static final int NUMBERS_MAX = 10_000;
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    private final SyncRuns runs;
    private final RunTable table;
    private final Quota quota;
    private final InstantSource clock;

    SyncRunController(SyncRuns runs, RunTable table, Quota quota, InstantSource clock) {
        this.runs = runs;
        this.table = table;
        this.quota = quota;
        this.clock = clock;
    }

    /** Without a body, or without numbers: all trials that are due. */
    @PostMapping
    ResponseEntity<RunView> start(@RequestBody(required = false) @Nullable Wanted wanted, Caller caller) {
        caller.require(SCOPE);
        Run run = runs.start(caller.subject(), numbers(wanted));
        URI location = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/sync-runs/{id}")
                .build(run.runId());
        return ResponseEntity.status(HttpStatus.ACCEPTED).location(location).body(view(run));
    }

    @GetMapping("/{id}")
    RunView one(@PathVariable String id, Caller caller) {
        caller.require(SCOPE);
        return view(table.find(id(id)).orElseThrow(SyncRuns::unknown));
    }

    @PostMapping("/{id}/cancel")
    RunView cancel(@PathVariable String id, Caller caller) {
        caller.require(SCOPE);
        return view(runs.cancel(id(id), caller.subject()));
    }

    /** The newest first. */
    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(SCOPE);
        int rows = limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
        RunCursor from = cursor == null ? RunCursor.beforeAll(clock.instant()) : RunCursor.parse(cursor);
        List<Run> found = table.before(from.startedAt(), from.runId(), rows + 1);
        List<RunView> items = found.stream().limit(rows).map(this::view).toList();
        return new Page(
                items,
                found.size() > rows ? RunCursor.behind(found.get(rows - 1)).text() : null);
    }

    private RunView view(Run run) {
        return RunView.of(run, clock.instant(), quota.startsPerSecond());
    }

    private static @Nullable Set<String> numbers(@Nullable Wanted wanted) {
        if (wanted == null || wanted.registrationNumbers() == null) {
            return null;
        }
        Set<String> numbers = new LinkedHashSet<>(wanted.registrationNumbers());
        if (numbers.isEmpty() || numbers.size() > NUMBERS_MAX || numbers.contains(null)) {
            throw new ProblemException(
                            HttpStatus.BAD_REQUEST, "invalid-registration-numbers", "Name 1 to 10000 trials, or none.")
                    .with("pointer", "/registrationNumbers");
        }
        return numbers;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw SyncRuns.unknown();
        }
    }

    /** What a client asks for. */
    record Wanted(@Nullable List<@Nullable String> registrationNumbers) {}

    /** A part of the list. */
    record Page(List<RunView> items, @Nullable String next) {}
}
