/** Reads the topic of suspected adverse events, and waits whenever the infrastructure is in the way. */
@NullMarked
package epro.notification.intake;

import org.jspecify.annotations.NullMarked;
