package epro.stack.wire;

/**
 * What a {@link FaultProxy} has done so far.
 *
 * @param delayed bytes that were passed on late
 * @param swallowed bytes that went nowhere
 * @param resets connections that were reset
 * @param cuts connections that were ended in the middle
 */
public record Tally(long delayed, long swallowed, long resets, long cuts) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally ofDelayed(long bytes) {
        return new Tally(bytes, 0, 0, 0);
    }

    static Tally ofSwallowed(long bytes) {
        return new Tally(0, bytes, 0, 0);
    }

    static Tally ofReset() {
        return new Tally(0, 0, 1, 0);
    }

    static Tally ofCut() {
        return new Tally(0, 0, 0, 1);
    }

    Tally plus(Tally other) {
        return new Tally(
                delayed + other.delayed, swallowed + other.swallowed, resets + other.resets, cuts + other.cuts);
    }

    /** What has been done since then. */
    public Tally since(Tally before) {
        return new Tally(
                delayed - before.delayed, swallowed - before.swallowed, resets - before.resets, cuts - before.cuts);
    }

    /** How often that which this behaviour does was done. */
    public long of(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Passing() -> 0;
            case Behaviour.Delaying _ -> delayed;
            case Behaviour.Swallowing() -> swallowed;
            case Behaviour.Resetting() -> resets;
            case Behaviour.CuttingAfter _ -> cuts;
        };
    }
}
