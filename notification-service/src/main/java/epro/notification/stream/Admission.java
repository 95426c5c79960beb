package epro.notification.stream;

/** Whether a client may listen. */
sealed interface Admission {
    record Admitted(Subscription subscription) implements Admission {}

    /** There are too many clients, or the service is stopping. */
    record NoneFree() implements Admission {}

    /** This caller has as many streams as one may have. */
    record TooManyOfOne() implements Admission {}
}
