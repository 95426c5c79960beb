package epro.processing.deadletter;

/** What came of the wish to replay a dead letter. */
sealed interface Replayed {

    /** It goes to the topic. */
    record Sent(DeadLetter letter) implements Replayed {}

    /** Nothing is in quarantine from this place. */
    record NotThere() implements Replayed {}

    /** It came compressed, in a batch; alone it may not be sent. */
    record TooLarge() implements Replayed {}
}
