/** What happens to a case that nobody acknowledges: the next person hears of it, and again, until someone does. */
@NullMarked
package epro.notification.escalation;

import org.jspecify.annotations.NullMarked;
