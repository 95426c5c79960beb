package epro.nmpa.status;

/** Who suspended or terminated a trial. */
public enum StoppedBy {
    SPONSOR,
    ETHICS,
    AUTHORITY
}
