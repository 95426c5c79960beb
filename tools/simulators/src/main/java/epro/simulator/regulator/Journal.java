package epro.simulator.regulator;

import epro.simulator.regulator.RegulatorLog.Violation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Counts what the regulator has seen since it was last reset. Thread-safe. */
final class Journal {

    private static final int VIOLATIONS_KEPT = 1000;

    private final InstantSource clock;
    private final List<Violation> violations = new ArrayList<>();
    private long requests;
    private int connectionsMost;
    private int startsMostInASecond;
    private int bans;

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void request(int startsInThisSecond) {
        requests++;
        startsMostInASecond = Math.max(startsMostInASecond, startsInThisSecond);
    }

    synchronized void connections(int openAtOnce) {
        connectionsMost = Math.max(connectionsMost, openAtOnce);
    }

    synchronized void violation(String kind) {
        if (violations.size() < VIOLATIONS_KEPT) {
            violations.add(new Violation(kind, clock.instant()));
        }
    }

    synchronized void ban() {
        bans++;
    }

    synchronized RegulatorLog log() {
        return new RegulatorLog(requests, connectionsMost, startsMostInASecond, List.copyOf(violations), bans);
    }

    synchronized void reset() {
        violations.clear();
        requests = 0;
        connectionsMost = 0;
        startsMostInASecond = 0;
        bans = 0;
    }
}
