/** The page for those who run the system: how far the sync of trials is, and how fresh what is known of them. */
@NullMarked
package epro.notification.console.trials;

import org.jspecify.annotations.NullMarked;
