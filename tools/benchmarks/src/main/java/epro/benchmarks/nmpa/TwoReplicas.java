package epro.benchmarks.nmpa;

import epro.simulator.regulator.RegulatorLog;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two processes of the service on one database and one regulator. The one that leads is stopped in mid-run until the other has
 * taken over, and then goes on beside it.
 */
public final class TwoReplicas {
    /** What the stopped one had in flight is asked for again, and one more it may write when it wakes. */
    public static final int ASKED_AGAIN_MOST = 11;

    private static final int TRIALS = 200;
    private static final int ENOUGH = 20;

    /** The regulator bans whoever breaks its quota for longer than anybody waits here. */
    private static final Map<String, String> REGULATOR = Map.of("REGULATOR_LATENCY", "1s", "REGULATOR_BAN", "10m");

    /** The whole quota for the one that leads; the jitter is that of a machine on which many processes share few processors. */
    private static final Map<String, String> SETTINGS = Map.of(
            "EPRO_NMPA_QUOTA_CONNECTIONS", "10",
            "EPRO_NMPA_QUOTA_STARTSPERSECOND", "10",
            "EPRO_NMPA_QUOTA_JITTER", "500ms",
            "EPRO_NMPA_QUOTA_PROCESSING_LIMIT", "4s",
            "EPRO_NMPA_REGULATOR_CALL_TIMEOUT", "4s",
            "EPRO_NMPA_LEASE_LENGTH", "3s",
            "EPRO_NMPA_RENEW_INTERVAL", "500ms");

    private static final String LEADS = "Leads with lease";

    private final Replica one;
    private final Replica other;
    private final Observer observer;

    private TwoReplicas(Replica one, Replica other, Observer observer) {
        this.one = one;
        this.other = other;
        this.observer = observer;
    }

    /** Plays it in a stack of its own, which lives in this folder. */
    public static Outcome play(Path home) throws IOException, InterruptedException {
        try (LocalStack stack = LocalStack.builder()
                        .home(home)
                        .services(Set.of(Part.REGULATOR))
                        .regulator(REGULATOR)
                        .anyPorts()
                        .start();
                Replica one = stack.replica(Part.NMPA_SYNC, SETTINGS);
                Replica other = stack.replica(Part.NMPA_SYNC, SETTINGS)) {
            String token = stack.tokens().staff("bench", List.of("ops"), List.of("*"), Duration.ofMinutes(20));
            return new TwoReplicas(one, other, new Observer(stack.address(Part.REGULATOR), token)).run();
        }
    }

    private Outcome run() throws IOException, InterruptedException {
        String run = observer.start(one.address(), TRIALS);
        Observer.await(() -> observer.done(one.address(), run) >= TRIALS / 4);
        Replica leader = hasLed(one) ? one : other;
        Replica successor = leader == one ? other : one;
        leader.signal(Signal.STOP);
        int left = observer.done(successor.address(), run);
        Observer.await(() -> observer.done(successor.address(), run) >= left + ENOUGH);
        leader.signal(Signal.CONT);
        Observer.await(() -> !observer.isRunning(successor.address(), run));
        return new Outcome(
                TRIALS, observer.done(leader.address(), run), hasLed(leader) && hasLed(successor), observer.log());
    }

    /** Whether it ever had the lease. */
    private static boolean hasLed(Replica replica) throws IOException {
        return Files.readString(replica.log()).contains(LEADS);
    }

    /**
     * What came of it.
     *
     * @param done trials whose status is known, as the one that was stopped tells
     * @param passedOn whether first the one led and then the other
     * @param log what the regulator saw
     */
    public record Outcome(int trials, int done, boolean passedOn, RegulatorLog log) {

        /** Requests beyond one a trial. */
        public long askedAgain() {
            return log.requests() - trials;
        }
    }
}
