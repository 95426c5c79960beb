package epro.nmpa.run;

/** What came of one trial in one run. */
enum Outcome {
    CHANGED,
    UNCHANGED,
    /** The register left the status blank, which changes nothing. */
    BLANK,
    /** The register says that it has no such trial. */
    QUARANTINED,
    /** It was asked as often as one run may, and nothing is known. */
    FAILED;

    boolean isFailure() {
        return this == QUARANTINED || this == FAILED;
    }
}
