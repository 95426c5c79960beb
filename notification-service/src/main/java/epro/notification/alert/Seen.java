package epro.notification.alert;

/**
 * How an alert stood before the eyes of whoever answers it.
 *
 * @param urgency the most urgent that they saw
 */
public record Seen(int revision, Urgency urgency) {}
