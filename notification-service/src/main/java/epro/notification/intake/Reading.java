package epro.notification.intake;

import epro.notification.alert.Report;

/** What the bytes of a record say. */
sealed interface Reading {

    record Read(Report report) implements Reading {}

    /**
     * Nobody will ever read it.
     *
     * @param reason a stable word
     */
    record Unreadable(String reason) implements Reading {}

    /** Its schema is still being fetched, or the registry is away. */
    record NotYet() implements Reading {}
}
