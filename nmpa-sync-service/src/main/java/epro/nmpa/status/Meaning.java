package epro.nmpa.status;

import org.jspecify.annotations.Nullable;

/** What one word of a register means. */
record Meaning(TrialStatus status, @Nullable StoppedBy by) {
    static final Meaning UNKNOWN = new Meaning(TrialStatus.UNKNOWN, null);

    /** Whether a word in brackets behind it may say more: what has ended or stands still is not restarted by it. */
    boolean leavesOpen() {
        return status == TrialStatus.ONGOING || status == TrialStatus.UNKNOWN;
    }
}
