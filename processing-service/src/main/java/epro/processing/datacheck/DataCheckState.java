package epro.processing.datacheck;

/** Where a data check stands. */
enum DataCheckState {
    RUNNING,
    CLEAN,
    FINDINGS,
    REFUSED,
    CANCELLED,
    FAILED,
    /** Says it runs, but nobody has seen it alive for a while. */
    ABANDONED
}
