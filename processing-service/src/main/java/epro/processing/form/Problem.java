package epro.processing.form;

/** What is wrong with an answer, wherever it stands. */
record Problem(ReasonCode code, String message) {

    static Problem wrongType(String expected) {
        return new Problem(ReasonCode.WRONG_TYPE, "The answer must be " + expected + ".");
    }
}
