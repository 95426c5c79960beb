package epro.benchmarks.processing;

import epro.stack.Part;
import java.sql.SQLException;

/**
 * A part killed (SIGKILL) while the service is at work.
 *
 * @param awaySeconds until the part, started again, was ready
 * @param seconds from then until the service both stored and published again
 * @param whole whether in the end every record was stored once, and the chains hold
 */
record Recovery(double awaySeconds, double seconds, boolean whole) {
    private static final int BEFORE_THE_KILL_ONE_IN = 10;

    /** Kills the part once a tenth of the range is done. */
    static Recovery from(Bed bed, Part part, OwnService service, Range range)
            throws SQLException, InterruptedException {
        Ledger ledger = service.ledger();
        Ledger.Count before = ledger.count();
        long begin = range.end() - range.count();
        service.go();
        OwnService.await(() -> ledger.position()
                .filter(at -> at.stored() > begin + range.count() / BEFORE_THE_KILL_ONE_IN)
                .isPresent());
        long killed = bed.pid(part);
        long killedAt = System.nanoTime();
        bed.stack().kill(part);
        OwnService.await(() -> bed.pid(part) != killed);
        bed.stack().awaitReady(part);
        long backAt = System.nanoTime();
        OwnService.await(() -> ledger.position().isPresent());
        Ledger.Position back = ledger.position().orElseThrow();
        OwnService.await(() -> ledger.settled(range.end())
                || ledger.position().filter(at -> at.isBeyond(back)).isPresent());
        double seconds = (System.nanoTime() - backAt) / 1e9;
        service.settle(range);
        boolean whole = ledger.count().isMoreBy(range.count(), before)
                && ledger.verify().sound();
        return new Recovery((backAt - killedAt) / 1e9, seconds, whole);
    }
}
