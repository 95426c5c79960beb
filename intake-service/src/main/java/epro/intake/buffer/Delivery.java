package epro.intake.buffer;

/** What became of a submission that was handed to the sender. */
public sealed interface Delivery {

    /** The log has it. */
    record Acknowledged(String topic, int partition, long offset) implements Delivery {}

    /** It never left this process. */
    record Unsent() implements Delivery {}

    /** It may be in the log or not: sending it again under the same id is safe. */
    record Unknown() implements Delivery {}
}
