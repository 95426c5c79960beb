package epro.cli.chaos.judge;

/** One revision of a suspected adverse event. */
record Revision(String submissionId, String aeId, int number) {}
