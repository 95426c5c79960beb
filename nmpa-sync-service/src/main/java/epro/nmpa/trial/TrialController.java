package epro.nmpa.trial;

import epro.nmpa.journal.Journal;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The trials, for those who run the system. A list is taken as a whole or not at all. */
@RestController
@RequestMapping("/api/v1/trials")
class TrialController {
    private static final String SCOPE = "ops";
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    private final Journal journal;
    private final TrialTable table;
    private final InstantSource clock;

    TrialController(Journal journal, TrialTable table, InstantSource clock) {
        this.journal = journal;
        this.table = table;
        this.clock = clock;
    }

    @PostMapping(consumes = {"application/x-ndjson", "application/json"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken addNdjson(HttpServletRequest request, Caller caller) throws IOException {
        caller.require(SCOPE);
        return add(list(request).ndjson(), caller);
    }

    @PostMapping(consumes = "text/csv")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken addCsv(HttpServletRequest request, Caller caller) throws IOException {
        caller.require(SCOPE);
        return add(list(request).csv(), caller);
    }

    /** The rest of the path is the number: some registers' numbers contain slashes. */
    @GetMapping("/{*number}")
    TrialView one(@PathVariable String number, Caller caller) {
        caller.require(SCOPE);
        Trial trial = table.find(number.substring(1))
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "unknown-trial", "There is no such trial here."));
        return TrialView.of(trial, table.history(trial.registrationNumber()));
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(SCOPE);
        int rows = limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
        List<Trial> found = table.after(cursor == null ? "" : cursor, rows + 1);
        List<TrialView> items = found.stream()
                .limit(rows)
                .map(trial -> TrialView.of(trial, null))
                .toList();
        return new Page(items, found.size() > rows ? items.getLast().registrationNumber() : null);
    }

    private TrialList list(HttpServletRequest request) throws IOException {
        return new TrialList(new BoundedLines(new BufferedInputStream(request.getInputStream()), clock));
    }

    private Taken add(SequencedSet<String> numbers, Caller caller) {
        return journal.write(changes -> {
            int added = table.add(numbers, changes.now());
            Taken taken = new Taken(added, numbers.size() - added);
            changes.record(
                    "TRIALS_TAKEN",
                    caller.subject(),
                    "trials",
                    Map.of("added", Integer.toString(taken.added()), "known", Integer.toString(taken.known())));
            return taken;
        });
    }

    /** How many trials of a list were new, and how many were not. */
    record Taken(int added, int known) {}

    /** A part of the list. */
    record Page(List<TrialView> items, @Nullable String next) {}
}
