package epro.benchmarks.intake;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One of the ways to the log, ready to be knocked at.
 *
 * @param name its lane's
 * @param pid of the process behind it
 */
record Door(String name, int port, long pid, Posts posts) {

    Generator generator(int connections) {
        return new Generator(port, posts, connections);
    }

    /** Whose processor time counts: the server's, the broker's and that of whoever measures. */
    SequencedMap<String, Long> processes(long broker) {
        SequencedMap<String, Long> processes = new LinkedHashMap<>();
        processes.put(Round.SERVER, pid);
        processes.put(Round.BROKER, broker);
        processes.put(Round.GENERATOR, ProcessHandle.current().pid());
        return processes;
    }
}
