/** Changes of alerts as server-sent events, from wherever a client stopped listening. */
@NullMarked
package epro.notification.stream;

import org.jspecify.annotations.NullMarked;
