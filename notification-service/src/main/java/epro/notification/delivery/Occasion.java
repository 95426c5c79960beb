package epro.notification.delivery;

import epro.notification.alert.Alert;

/**
 * Why people are told.
 *
 * @param name each contact is told once per channel under one name
 * @param calls whether people are called to it, or merely find it in their inbox
 */
public record Occasion(String name, boolean calls) {

    /** The revision at which the alert stands. */
    public static Occasion revision(Alert alert, boolean calls) {
        return new Occasion("revision-" + alert.status().revision(), calls);
    }

    /** A step of the escalation, counted from 1. */
    public static Occasion step(int step) {
        return new Occasion("step-" + step, true);
    }
}
