/** Looks after the service itself: no alert may stand there without anybody having been told. */
@NullMarked
package epro.notification.watch;

import org.jspecify.annotations.NullMarked;
