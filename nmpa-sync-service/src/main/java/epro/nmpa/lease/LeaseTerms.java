package epro.nmpa.lease;

import java.time.Duration;

/**
 * How long a lease lasts without a renewal.
 *
 * @param length from the moment at which the renewal was sent
 * @param inFlight for how long after its end something may still be at work at the regulator
 */
record LeaseTerms(Duration length, Duration inFlight) {
    private static final int MARGIN = 10;
    private static final int RENEWALS = 3;
    private static final Duration RENEWAL_MOST = Duration.ofSeconds(1);

    LeaseTerms {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length must be positive, was " + length);
        }
        if (inFlight.isNegative()) {
            throw new IllegalArgumentException("inFlight must not be negative, was " + inFlight);
        }
    }

    /** For how long the holder believes in it: a tenth less, should its clock be slower than the database's. */
    Duration believed() {
        return length.minus(length.dividedBy(MARGIN));
    }

    /** After what time to renew it: two renewals may fail before it ends, and whoever holds it looks every second whether it should. */
    Duration renewEvery() {
        Duration third = length.dividedBy(RENEWALS);
        return third.compareTo(RENEWAL_MOST) < 0 ? third : RENEWAL_MOST;
    }
}
