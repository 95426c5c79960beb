package epro.processing.form;

/** What is to become of an item's answer where the item stands. */
enum Expectation {
    /** What is required is to be there. */
    ASKED,
    /** Nothing is required: a reason was given, or the question above is unanswered. */
    OPTIONAL,
    /** There must be no answer: the item, or one that it stands in, is disabled. */
    DISABLED;

    static final Problem ANSWERED_THOUGH_DISABLED = new Problem(
            ReasonCode.DISABLED_ITEM,
            "The item is answered although the form does not ask for it after the other answers.");

    /** Of the items inside, which are asked only if this is so. */
    Expectation onlyIf(boolean asked) {
        return this == ASKED && !asked ? OPTIONAL : this;
    }

    /** What is wrong with an answer: of a disabled item, that it is there at all, and nothing else. */
    Problem rather(Problem problem) {
        return this == DISABLED ? ANSWERED_THOUGH_DISABLED : problem;
    }
}
