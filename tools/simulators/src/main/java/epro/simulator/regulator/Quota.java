package epro.simulator.regulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What an address is allowed, and what becomes of one that takes more. Thread-safe. */
final class Quota {

    private static final Duration AFTER_TOO_MANY_STARTS = Duration.ofSeconds(1);

    private final Journal journal;
    private final Allowance allowed;
    private final Bans bans;
    private final LongSupplier nanoTime;
    private final Map<String, StartWindow> starts = new ConcurrentHashMap<>();

    Quota(Journal journal, Allowance allowed, Duration ban, LongSupplier nanoTime) {
        this.journal = journal;
        this.allowed = allowed;
        this.bans = new Bans(ban, nanoTime);
        this.nanoTime = nanoTime;
    }

    /** Whether so many connections of one address at once are more than it may have. */
    boolean tooMany(int connections) {
        return connections > allowed.connections();
    }

    /** The address has opened a connection while it had others. */
    void opened(String address, int openAtOnce) {
        journal.connections(openAtOnce);
        if (tooMany(openAtOnce)) {
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
        boolean tooMany = inThisSecond > allowed.startsInASecond();
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
