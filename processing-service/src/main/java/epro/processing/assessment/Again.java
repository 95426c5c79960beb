package epro.processing.assessment;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a row {@code a} whose question is open again, as the assignments of an update. */
final class Again {
    private Again() {}

    /**
     * Assignments that leave a row as it is unless the condition holds.
     *
     * @param due when it may be claimed
     */
    static String where(String condition, String due) {
        Stream<String> values = Stream.of("state = 'PENDING'", "claims = 0", "failures = 0", "due_at = " + due);
        Stream<String> forgotten = Stream.of("decided_at", "decided_version", "score", "terms", "failure")
                .map(column -> column + " = NULL");
        return Stream.concat(values, forgotten)
                .map(assignment -> assignment.split(" = ", 2))
                .map(assignment -> "%1$s = CASE WHEN %2$s THEN %3$s ELSE a.%1$s END"
                        .formatted(assignment[0], condition, assignment[1]))
                .collect(Collectors.joining(", ", "", "\n"));
    }
}
