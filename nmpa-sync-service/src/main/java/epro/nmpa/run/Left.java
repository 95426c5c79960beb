package epro.nmpa.run;

/**
 * A trial that a run has not settled yet.
 *
 * @param attempts how often it was asked in this run without success
 */
record Left(String registrationNumber, int attempts) {}
