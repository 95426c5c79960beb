/** What a data check asks, to find reports without an alert and alerts without a report. */
@NullMarked
package epro.notification.reconciliation;

import org.jspecify.annotations.NullMarked;
