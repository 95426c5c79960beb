package epro.processing.assessment;

/** What came of asking, to be written down. */
sealed interface Verdict {

    Assessment assessment();

    /** The model has spoken. */
    record Decided(Assessment assessment, Reading reading) implements Verdict {}

    /** It fails on this one while it answers others: a person has to look at it. */
    record GivenUp(Assessment assessment, String reason) implements Verdict {}
}
