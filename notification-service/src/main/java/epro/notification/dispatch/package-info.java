/** From a report of a suspected adverse event to an alert that people have been told of. */
@NullMarked
package epro.notification.dispatch;

import org.jspecify.annotations.NullMarked;
