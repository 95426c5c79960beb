/** Channels, and one row for all that is to be told, or was told, to one contact on one of them. */
@NullMarked
package epro.notification.delivery;

import org.jspecify.annotations.NullMarked;
