/** Who hears of which alert. */
@NullMarked
package epro.notification.contact;

import org.jspecify.annotations.NullMarked;
