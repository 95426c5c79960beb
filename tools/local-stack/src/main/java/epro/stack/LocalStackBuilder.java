package epro.stack;

import epro.stack.process.NotReady;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a stack shall be, and starts it. Without a word: infrastructure and services, usual ports, fresh data. */
public final class LocalStackBuilder {

    private static final int PARTITIONS = 16;

    private final Workspace workspace = Workspace.find();
    private final Map<Part, Path> classesBefore = new EnumMap<>(Part.class);
    private Path home = workspace.scratch();
    private @Nullable Path data;
    private Set<Part> services = Part.SERVICES;
    private int brokers = 1;
    private int partitions = PARTITIONS;
    private Map<String, String> regulator = Map.of();
    private boolean preferredPorts = true;
    private boolean proxies;
    private Progress progress = Progress.SILENT;

    LocalStackBuilder() {}

    /** The folder for {@code run/}, {@code logs/} and fresh data; a home has one stack at a time. Default: {@code .epro}. */
    public LocalStackBuilder home(Path folder) {
        this.home = folder;
        return this;
    }

    /** Keeps what is stored, keys and passwords included, in this folder. */
    public LocalStackBuilder data(@Nullable Path folder) {
        this.data = folder;
        return this;
    }

    /** The services to start; none: infrastructure only. A simulated regulator comes with nmpa-sync, or if it is named. */
    public LocalStackBuilder services(Set<Part> wanted) {
        this.services = Set.copyOf(wanted);
        return this;
    }

    /** One broker that syncs each record, or a cluster of three that keeps each on at least two. */
    public LocalStackBuilder brokers(int number) {
        if (number != 1 && number != Part.BROKERS.size()) {
            throw new IllegalArgumentException("brokers must be 1 or 3, was " + number);
        }
        this.brokers = number;
        return this;
    }

    /** Partitions of the topics that carry patients' data. */
    public LocalStackBuilder partitions(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, was " + number);
        }
        this.partitions = number;
        return this;
    }

    /** How the simulated regulator behaves, as {@code REGULATOR_LATENCY} and others say it. */
    public LocalStackBuilder regulator(Map<String, String> settings) {
        this.regulator = Map.copyOf(settings);
        return this;
    }

    /** Any ports instead of the usual ones: for stacks that start beside others at the same moment. */
    public LocalStackBuilder anyPorts() {
        this.preferredPorts = false;
        return this;
    }

    /** Services reach what they stand on through proxies that play faults: see {@link LocalStack#proxy}. */
    public LocalStackBuilder throughProxies() {
        this.proxies = true;
        return this;
    }

    /** All processes of the service find the classes of this folder before those in its jar and its libraries. */
    public LocalStackBuilder classesBefore(Part service, Path folder) {
        classesBefore.put(service, folder);
        return this;
    }

    public LocalStackBuilder progress(Progress listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Returns when all is ready.
     *
     * @throws StackFailure when it can't become so; nothing is left running then
     */
    public LocalStack start() {
        InstantSource clock = InstantSource.system();
        if (proxies && brokers > 1) {
            throw new IllegalArgumentException("proxies stand before a single broker");
        }
        Plan plan = new Plan(
                workspace,
                home,
                data,
                services,
                brokers,
                partitions,
                regulator,
                preferredPorts,
                proxies,
                Map.copyOf(classesBefore),
                progress);
        StackHome taken = new StackHome(plan);
        Site site = Site.of(plan, taken.data(), clock);
        Crew crew = new Crew(taken, site, clock, progress);
        LocalStack stack = new LocalStack(taken, site, crew);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-end"));
        try {
            new Startup(plan, taken, site, crew).run();
            return stack;
        } catch (NotReady e) {
            stack.close();
            throw new StackFailure(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }
}
