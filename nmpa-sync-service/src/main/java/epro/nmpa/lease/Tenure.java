package epro.nmpa.lease;

import java.time.Duration;

/**
 * A lease as it was given.
 *
 * @param fencing higher than that of every earlier holder
 * @param paused for how long the regulator still wants to be left alone
 */
public record Tenure(long fencing, Duration paused) {}
