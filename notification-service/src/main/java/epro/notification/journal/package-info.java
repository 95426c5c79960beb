/** The one way to change an alert: its row, timeline, audit entry and event in one transaction, one after the other. */
@NullMarked
package epro.notification.journal;

import org.jspecify.annotations.NullMarked;
