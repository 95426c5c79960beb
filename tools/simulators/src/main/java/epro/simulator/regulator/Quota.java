package epro.simulator.regulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What an address is allowed, and what becomes of one that takes more. Thread-safe. */
final class Quota {

    static final int CONNECTIONS = 10;
    static final int STARTS_IN_A_SECOND = 10;
    private static final Duration AFTER_TOO_MANY_STARTS = Duration.ofSeconds(1);

    private final Journal journal;
    private final Bans bans;
    private final LongSupplier nanoTime;
    private final Map<String, StartWindow> starts = new ConcurrentHashMap<>();

    Quota(Journal journal, Duration ban, LongSupplier nanoTime) {
        this.journal = journal;
        this.bans = new Bans(ban, nanoTime);
        this.nanoTime = nanoTime;
    }

    /** The address has opened a connection while it had others. */
    void opened(String address, int openAtOnce) {
        journal.connections(openAtOnce);
        if (openAtOnce > CONNECTIONS) {
            journal.violation("connections");
            journal.ban();
            bans.ban(address);
        }
    }

    /** The address starts a request. Why it is refused; empty if it is let in. */
    Optional<Refusal> start(String address, int openAtOnce) {
        int inThisSecond =
                starts.computeIfAbsent(address, _ -> new StartWindow(nanoTime)).enter();
        journal.request(inThisSecond);
        journal.connections(openAtOnce);
        boolean tooMany = inThisSecond > STARTS_IN_A_SECOND;
        if (tooMany) {
            journal.violation("starts");
        }
        Optional<Refusal> banned = bans.left(address).map(Refusal::banned);
        return banned.isEmpty() && tooMany ? Optional.of(Refusal.tooManyStarts(AFTER_TOO_MANY_STARTS)) : banned;
    }

    void reset() {
        bans.clear();
        journal.reset();
    }
}
