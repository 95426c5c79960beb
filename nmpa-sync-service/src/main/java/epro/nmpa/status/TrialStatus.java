package epro.nmpa.status;

/** What a register's words mean, alike for all registers. */
public enum TrialStatus {
    UNKNOWN,
    NOT_YET_RECRUITING,
    RECRUITING,
    /** All participants are in, the trial goes on: never the same as completed. */
    ACTIVE_NOT_RECRUITING,
    /** Does not recruit, and the register does not say why. */
    NOT_RECRUITING,
    /** Under way, and the register does not say whether it recruits. */
    ONGOING,
    COMPLETED,
    SUSPENDED,
    TERMINATED
}
