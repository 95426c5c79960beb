/** Stage three: brings suspected adverse events to people, and does not let go until someone has acknowledged them. */
@NullMarked
package epro.notification;

import org.jspecify.annotations.NullMarked;
