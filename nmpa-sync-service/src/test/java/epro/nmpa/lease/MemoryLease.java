package epro.nmpa.lease;

import epro.nmpa.quota.ManualTime;
import java.time.Duration;
import java.util.Optional;

/** The row, by a clock that stands for the database's. */
final class MemoryLease implements LeaseRecord {
    private final ManualTime clock;
    private long fencing;
    private long quietAt;
    private long pausedUntil;
    private boolean away;

    MemoryLease(ManualTime clock) {
        this.clock = clock;
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public Optional<Tenure> take(String holder, LeaseTerms terms) {
        requireThere();
        if (clock.nanos() < quietAt) {
            return Optional.empty();
        }
        fencing++;
        extend(terms);
        return Optional.of(new Tenure(fencing, Duration.ofNanos(Math.max(0, pausedUntil - clock.nanos()))));
    }

    @Override
    public boolean renew(long number, LeaseTerms terms) {
        requireThere();
        if (number == fencing) {
            extend(terms);
        }
        return number == fencing;
    }

    @Override
    public void release(long number, Duration quiet) {
        if (number == fencing) {
            fencing++;
            quietAt = clock.nanos() + quiet.toNanos();
        }
    }

    @Override
    public void pause(long number, Duration span) {
        pausedUntil = clock.nanos() + span.toNanos();
    }

    private void extend(LeaseTerms terms) {
        quietAt = clock.nanos() + terms.length().plus(terms.inFlight()).toNanos();
    }

    private void requireThere() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
