package epro.cli.chaos.fault;

import java.util.List;
import java.util.stream.Stream;

/** Everything that may go wrong. */
public final class Faults {

    private Faults() {}

    /** Those of networks need a stack with proxies. */
    public static List<Fault> all() {
        return Stream.of(
                        Processes.faults(),
                        Groups.faults(),
                        Infrastructure.faults(),
                        Sessions.faults(),
                        Poison.faults(),
                        Together.faults(),
                        Wires.faults())
                .flatMap(faults -> faults)
                .toList();
    }
}
