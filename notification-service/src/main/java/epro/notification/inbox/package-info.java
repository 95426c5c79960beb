/** What coordinators see of their alerts, and what they answer. */
@NullMarked
package epro.notification.inbox;

import org.jspecify.annotations.NullMarked;
