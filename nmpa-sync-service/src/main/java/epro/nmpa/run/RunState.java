package epro.nmpa.run;

/** Where a run is in its life. */
enum RunState {
    RUNNING,
    /** The status of every trial is known. */
    SUCCEEDED,
    /** Of some it is not. */
    PARTIAL,
    /** Of none it is. */
    FAILED,
    CANCELLED
}
