package epro.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a process is started, asked and stopped.
 *
 * @param name names it in messages
 * @param command the program and its arguments
 * @param environment what is set beside the launcher's own environment
 * @param log receives its output; emptied at the first start
 * @param stopSignal what asks it to end in good order
 * @param probe says when it is ready
 * @param leftover says of the log's last lines that the previous process still holds something: such an end is no
 *     death, the start is tried again
 */
public record Recipe(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Signal stopSignal,
        Probe probe,
        Predicate<String> leftover) {

    /** A process that stops on SIGTERM and never meets what its predecessor left. */
    public static Recipe of(String name, List<String> command, Map<String, String> environment, Path log, Probe probe) {
        return new Recipe(name, command, environment, log, Signal.TERM, probe, _ -> false);
    }
}
