package epro.stack;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stack shall be.
 *
 * @param home receives {@code run/}, {@code logs/} and data that is not kept
 * @param data kept between runs; null: fresh, and removed at the end
 * @param services those to start beside the infrastructure
 * @param partitions of the topics that carry patients' data
 * @param preferredPorts the usual ports where they are free; else any
 */
record Plan(
        Workspace workspace,
        Path home,
        @Nullable Path data,
        Set<Part> services,
        int partitions,
        boolean preferredPorts,
        Progress progress) {}
