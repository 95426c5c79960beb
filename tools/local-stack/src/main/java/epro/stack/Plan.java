package epro.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stack shall be.
 *
 * @param home receives {@code run/}, {@code logs/} and data that is not kept
 * @param data kept between runs; null: fresh, and removed at the end
 * @param services those to start beside the infrastructure
 * @param brokers one, or a cluster of three
 * @param partitions of the topics that carry patients' data
 * @param regulator settings of the simulated regulator, by the names of its environment variables
 * @param preferredPorts the usual ports where they are free; else any
 * @param proxies whether services reach what they stand on through proxies
 * @param classesBefore folders of classes that services find before their own
 */
record Plan(
        Workspace workspace,
        Path home,
        @Nullable Path data,
        Set<Part> services,
        int brokers,
        int partitions,
        Map<String, String> regulator,
        boolean preferredPorts,
        boolean proxies,
        Map<Part, Path> classesBefore,
        Progress progress) {

    /** Where something asks it, or where it was asked for by name. */
    boolean hasRegulator() {
        return services.contains(Part.REGULATOR) || services.contains(Part.NMPA_SYNC);
    }
}
