package epro.cli.submission;

import java.time.Duration;

/** What came back for one attempt to send a submission, sorted by what it says about the log. */
public sealed interface Answer {

    /**
     * 202: Kafka has acknowledged it.
     *
     * @param repeated it is the record of an equal one, which was in flight or accepted before
     */
    record Accepted(Place place, boolean repeated) implements Answer {}

    /** 429 or 503 before sending, or no connection at all: nothing is left behind. */
    record Refused(String code, Duration retryAfter) implements Answer {}

    /** Sent, and no word of what became of it: wholly there or wholly absent. */
    record Unknown(String why) implements Answer {}

    /** Sending it again would not help. */
    record Denied(int status, String code) implements Answer {}

    /** Where in the topic of submissions a record stands. */
    record Place(int partition, long offset) {}
}
