package epro.cli.chaos.fault;

import java.util.List;
import java.util.stream.Stream;

/** Everything that may go wrong. */
public final class Faults {

    private Faults() {}

    public static List<Fault> all() {
        return Stream.concat(withoutProxies().stream(), Wires.faults()).toList();
    }

    /** Those that a stack without proxies can meet. */
    public static List<Fault> withoutProxies() {
        return Stream.of(
                        Processes.faults(),
                        Infrastructure.faults(),
                        Sessions.faults(),
                        Poison.faults(),
                        Together.faults())
                .flatMap(faults -> faults)
                .toList();
    }
}
