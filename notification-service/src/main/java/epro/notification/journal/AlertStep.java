package epro.notification.journal;

import epro.notification.alert.AlertFact;
import java.util.UUID;

/**
 * One line of an alert's timeline.
 *
 * @param number the sequence of its audit entry
 */
record AlertStep(long number, UUID alertId, AlertFact fact) {}
